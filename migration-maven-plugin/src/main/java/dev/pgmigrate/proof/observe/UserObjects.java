package dev.pgmigrate.proof.observe;

import dev.pgmigrate.server.ServerConnection;
import java.util.List;

/** Lists what users have made in a database. */
public final class UserObjects {
    /** What users make has a number from 16384 on (manual, "System Catalog Initial Data"). */
    private static final String OBJECTS = """
        SELECT pg_describe_object(o.class, o.oid, 0) FROM (
            SELECT 'pg_class'::regclass, oid FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
              AND relpersistence <> 't'
            UNION ALL SELECT 'pg_proc'::regclass, oid FROM pg_proc
            UNION ALL SELECT 'pg_type'::regclass, oid FROM pg_type WHERE typrelid = 0 AND typelem = 0
            UNION ALL SELECT 'pg_namespace'::regclass, oid FROM pg_namespace WHERE nspname !~ '^pg_'
            UNION ALL SELECT 'pg_extension'::regclass, oid FROM pg_extension
            UNION ALL SELECT 'pg_publication'::regclass, oid FROM pg_publication
            UNION ALL SELECT 'pg_event_trigger'::regclass, oid FROM pg_event_trigger
        ) AS o (class, oid)
        WHERE o.oid >= 16384 ORDER BY o.oid""";

    private UserObjects() {}

    /** Returns them in the server's words, oldest first: {@code table users}. */
    public static List<String> in(ServerConnection connection) {
        return connection.ours().query(OBJECTS, row -> row.getString(1));
    }

    /** Returns the extensions that users have created. */
    public static List<String> extensions(ServerConnection connection) {
        return connection.ours().query("SELECT extname FROM pg_extension WHERE oid >= 16384", row -> row.getString(1));
    }
}
