package dev.pgmigrate.server;

import dev.pgmigrate.postgres.PostgresVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
        connection.execute(resetSql(connection, "true"));
    }

    /**
     * As {@link #reset}, as SQL to which a caller may add statements, so that all of it is one round trip.
     *
     * @param condition an expression; whether it holds is the last column of the first result
     */
    public String resetSql(ServerConnection connection, String condition) {
        // A transaction of its own: what follows may want to say what kind of transaction it needs, which the server
        // takes only before the first query.
        return (connection.inTransaction() ? "ROLLBACK; " : "")
                + "BEGIN; RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL; DISCARD TEMP; SELECT "
                + setting("lock_timeout", lockTimeout)
                + ", " + setting("statement_timeout", statementTimeout)
                + ", " + setting("idle_in_transaction_session_timeout", Duration.ZERO)
                + ", " + setting("idle_session_timeout", Duration.ZERO)
                + (connection.version().isAtLeast(17) ? ", " + setting("transaction_timeout", Duration.ZERO) : "")
                + ", " + condition + "; COMMIT";
    }

    /** Returns {@link #reset} as single statements, for a script that people read. */
    public List<String> statements(PostgresVersion version) {
        List<String> statements =
                new ArrayList<>(List.of("RESET SESSION AUTHORIZATION", "RESET ROLE", "RESET ALL", "DISCARD TEMP"));
        statements.addAll(timeouts());
        statements.add("SET idle_in_transaction_session_timeout = 0");
        statements.add("SET idle_session_timeout = 0");
        if (version.isAtLeast(17)) {
            statements.add("SET transaction_timeout = 0");
        }
        return statements;
    }

    /** Returns {@link #apply} as single statements. */
    public List<String> timeouts() {
        return List.of(
                "SET lock_timeout = " + lockTimeout.toMillis(),
                "SET statement_timeout = " + statementTimeout.toMillis());
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
