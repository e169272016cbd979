package dev.pgmigrate.server;

import dev.pgmigrate.postgres.Literal;
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

    /** Switches both timeouts off, and saves them, whoever set them, in settings of ours. */
    public static final String LIFT_TIMEOUTS = "SELECT " + copy("pgmigrate.lock_timeout", "lock_timeout") + ", "
            + copy("pgmigrate.statement_timeout", "statement_timeout") + ", " + setting("lock_timeout", Duration.ZERO)
            + ", " + setting("statement_timeout", Duration.ZERO);

    /** Restores what {@link #LIFT_TIMEOUTS} switched off. */
    public static final String RESTORE_TIMEOUTS = "SELECT " + copy("lock_timeout", "pgmigrate.lock_timeout") + ", "
            + copy("statement_timeout", "pgmigrate.statement_timeout");

    /**
     * The parts of {@code DISCARD ALL} (manual, DISCARD), which itself is refused in a transaction, without the plans;
     * the session's own locks are released by a function.
     */
    private static final List<String> RESET = List.of(
            "RESET SESSION AUTHORIZATION",
            "RESET ROLE",
            "RESET ALL",
            "CLOSE ALL",
            "DEALLOCATE ALL",
            "UNLISTEN *",
            "DISCARD SEQUENCES",
            "DISCARD TEMP");

    private static final String UNLOCK = "pg_catalog.pg_advisory_unlock_all()";

    /**
     * Resets the session to its initial state, with these timeouts. A file that was applied before may have left a role,
     * an empty {@code search_path} (as dumps do), temporary tables, cursors, prepared statements or locks behind, and the
     * next file would see them.
     *
     * <p>Timeouts that end an idle session are off, whatever the role and the database set: this tool may have to wait
     * between two statements.
     */
    public void reset(ServerConnection connection) {
        connection.execute(String.join("; ", resetSql(connection, "true")));
    }

    /**
     * Like {@link #reset}, as statements to which a caller can append others, so that all of it takes one round trip.
     *
     * @param condition an expression; whether it holds is the last column of the first result
     */
    public List<String> resetSql(ServerConnection connection, String condition) {
        List<String> statements = new ArrayList<>();
        if (connection.inTransaction()) {
            statements.add("ROLLBACK");
        }
        // A transaction of its own: what follows may want to say what kind of transaction it needs, which the server
        // takes only before the first query.
        statements.add("BEGIN");
        statements.addAll(RESET);
        statements.add(settings(connection) + ", " + condition);
        statements.add("COMMIT");
        return statements;
    }

    /** Like {@link #reset}, in the open transaction, which goes on. */
    public void resetWithin(ServerConnection connection) {
        connection.execute(String.join("; ", RESET) + "; " + settings(connection));
    }

    private String settings(ServerConnection connection) {
        return "SELECT " + UNLOCK
                + ", " + setting("lock_timeout", lockTimeout)
                + ", " + setting("statement_timeout", statementTimeout)
                + ", " + setting("idle_in_transaction_session_timeout", Duration.ZERO)
                + ", " + setting("idle_session_timeout", Duration.ZERO)
                + (connection.version().isAtLeast(17) ? ", " + setting("transaction_timeout", Duration.ZERO) : "")
                + connection
                        .name()
                        .map(name -> ", pg_catalog.set_config('application_name', " + Literal.quote(name) + ", false)")
                        .orElse("");
    }

    /** Returns {@link #reset} as individual statements, for a script that people read. */
    public List<String> statements(PostgresVersion version) {
        List<String> statements = new ArrayList<>(RESET);
        statements.add("SET lock_timeout = " + lockTimeout.toMillis());
        statements.add("SET statement_timeout = " + statementTimeout.toMillis());
        statements.add("SET idle_in_transaction_session_timeout = 0");
        statements.add("SET idle_session_timeout = 0");
        if (version.isAtLeast(17)) {
            statements.add("SET transaction_timeout = 0");
        }
        return statements;
    }

    private static String setting(String name, Duration value) {
        return "pg_catalog.set_config('" + name + "', '" + value.toMillis() + "', false)";
    }

    private static String copy(String to, String from) {
        return "pg_catalog.set_config('" + to + "', pg_catalog.current_setting('" + from + "'), false)";
    }
}
