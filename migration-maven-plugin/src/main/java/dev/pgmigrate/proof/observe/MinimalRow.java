package dev.pgmigrate.proof.observe;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.server.ServerConnection;
import java.util.List;
import java.util.stream.Collectors;

/** A row that has only what its table demands: defaults, and something where there is none and something has to be. */
public final class MinimalRow {
    /** By type and by category (manual, "pg_type"). */
    private static final String COLUMNS = """
        SELECT pg_catalog.quote_ident(a.attname),
          CASE
            WHEN b.typtype = 'e' THEN (SELECT pg_catalog.quote_literal(l.enumlabel) FROM pg_catalog.pg_enum l
                                       WHERE l.enumtypid = b.oid ORDER BY l.enumsortorder LIMIT 1)
            WHEN b.typname = 'uuid' THEN 'pg_catalog.gen_random_uuid()'
            WHEN b.typname IN ('json', 'jsonb') OR b.typcategory = 'A' THEN '''{}'''
            WHEN b.typcategory = 'D' THEN 'pg_catalog.now()'
            WHEN b.typcategory = 'B' THEN 'false'
            WHEN b.typcategory = 'R' THEN '''empty'''
            WHEN b.typcategory = 'I' THEN '''127.0.0.1'''
            WHEN b.typcategory IN ('N', 'T') THEN '''0'''
            ELSE '''''' END
        FROM pg_catalog.pg_attribute a
          JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
          JOIN pg_catalog.pg_type b ON b.oid = CASE t.typtype WHEN 'd' THEN t.typbasetype ELSE t.oid END
        WHERE a.attrelid = pg_catalog.to_regclass(?) AND a.attnum > 0 AND NOT a.attisdropped
          AND (a.attnotnull OR t.typnotnull) AND NOT a.atthasdef AND a.attidentity = ''
        ORDER BY a.attnum""";

    private MinimalRow() {}

    private record Column(String name, String value) {}

    /** Returns what inserts one into a table; its constraints may refuse it. */
    public static String insertInto(ServerConnection connection, QualifiedName table) {
        List<Column> columns =
                connection.ours().query(COLUMNS, row -> new Column(row.getString(1), row.getString(2)), table.quoted());
        String values = columns.isEmpty()
                ? " DEFAULT VALUES"
                : columns.stream().map(Column::name).collect(Collectors.joining(", ", " (", ") VALUES "))
                        + columns.stream().map(Column::value).collect(Collectors.joining(", ", "(", ")"));
        return "INSERT INTO " + table.quoted() + values;
    }
}
