package dev.pgmigrate.server;

import java.time.Duration;

/**
 * The timeouts of a session in which migrations run; zero means none.
 *
 * @param lockTimeout how long a statement waits for a lock
 * @param statementTimeout how long a statement runs
 */
public record SessionSettings(Duration lockTimeout, Duration statementTimeout) {
    public static final SessionSettings UNLIMITED = new SessionSettings(Duration.ZERO, Duration.ZERO);

    /**
     * Makes the session as it was when it was opened, with these timeouts. A file that was applied before may have left a
     * role, an empty {@code search_path} (as dumps do) or temporary tables behind, and the next file would see them.
     *
     * <p>Timeouts that end an idle session are off, whatever role and database say: between two statements this tool may
     * have to wait.
     */
    public void reset(ServerConnection connection) {
        connection.execute(resetSql(connection));
    }

    /** As {@link #reset}, and asks a question of ours in the same round trip. */
    public boolean resetAndAsk(ServerConnection connection, String question) {
        return connection.ask(resetSql(connection) + "; " + question);
    }

    private String resetSql(ServerConnection connection) {
        boolean since17 = connection.version().isAtLeast(17);
        return "ROLLBACK; RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL; DISCARD TEMP; SELECT "
                + setting("lock_timeout", lockTimeout)
                + ", " + setting("statement_timeout", statementTimeout)
                + ", " + setting("idle_in_transaction_session_timeout", Duration.ZERO)
                + ", " + setting("idle_session_timeout", Duration.ZERO)
                + (since17 ? ", " + setting("transaction_timeout", Duration.ZERO) : "");
    }

    /** Changes the two timeouts alone, until the session is reset or changed again. */
    public void apply(ServerConnection connection) {
        connection.execute("SELECT " + setting("lock_timeout", lockTimeout) + ", "
                + setting("statement_timeout", statementTimeout));
    }

    private static String setting(String name, Duration value) {
        return "set_config('" + name + "', '" + value.toMillis() + "', false)";
    }
}
