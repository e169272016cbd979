package dev.pgmigrate.server;

import java.util.Optional;

/** The name of a table as it is understood whatever the search path. */
public final class TableName {
    private static final String QUERY = """
        SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.oid = ? AND c.relkind IN ('r', 'p', 'm', 'f') AND c.relpersistence <> 't'""";

    private TableName() {}

    /**
     * Returns the qualified SQL name of the table that {@code name}, an SQL name, refers to in the session as it is; empty
     * if there is none, or only a temporary one.
     */
    public static Optional<String> of(ServerConnection connection, String name) {
        long oid = connection.relation(name);
        return oid == 0 ? Optional.empty() : connection.ours().queryOne(QUERY, row -> row.getString(1), oid);
    }
}
