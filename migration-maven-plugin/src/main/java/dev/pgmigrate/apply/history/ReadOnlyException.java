package dev.pgmigrate.apply.history;

import dev.pgmigrate.failure.ExplainedException;
import dev.pgmigrate.server.ServerConnection;

/** Says that a database takes no changes, so that nobody looks for the fault in a file. */
public final class ReadOnlyException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    private ReadOnlyException(String message) {
        super(message);
    }

    /** Refuses a standby, and a database or role that is set to read only. */
    public static void refuse(ServerConnection connection) {
        String url = connection.target().url();
        boolean standby = holds(connection, "pg_is_in_recovery()");
        if (standby) {
            throw new ReadOnlyException("The server of " + url + " is a standby, which only repeats what its primary"
                    + " does: name the primary. Of several hosts, targetServerType=primary in the URL finds it.");
        }
        if (holds(connection, "current_setting('transaction_read_only')::bool")) {
            throw new ReadOnlyException("The database of " + url + " is read-only for "
                    + connection.target().user()
                    + ": default_transaction_read_only is on for the server, the database or the role.");
        }
    }

    private static boolean holds(ServerConnection connection, String condition) {
        return connection
                .ours()
                .queryOne("SELECT " + condition, row -> row.getBoolean(1))
                .orElse(false);
    }
}
