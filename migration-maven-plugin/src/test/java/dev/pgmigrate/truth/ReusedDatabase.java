package dev.pgmigrate.truth;

import dev.pgmigrate.server.ClearedDatabase;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.ServerConnection;

/**
 * One database for one history of the project after the other, on a server of its own, since it takes away the roles as
 * well.
 */
public final class ReusedDatabase {
    /** A role that still owns something elsewhere stays. */
    private static final String ROLES = """
            SELECT format('DROP OWNED BY %1$I CASCADE; DROP ROLE %1$I', rolname) FROM pg_roles
            WHERE rolname !~ '^pg_' AND rolname <> current_user""";

    private final ConnectionTarget target;

    public ReusedDatabase(DisposablePostgres server) {
        this.target = server.createDatabase("reused");
    }

    /** Opens a session, without a look at what is there. */
    public ServerConnection open() {
        return ServerConnection.open(target);
    }

    /** Takes away what the last history has left, but for what is in no schema, such as casts of built-in types. */
    public static void clear(ServerConnection connection) {
        ClearedDatabase.clear(connection);
        connection.execute(ClearedDatabase.all(ROLES));
    }
}
