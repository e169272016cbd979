package dev.pgmigrate.apply.run;

import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.sql.ast.IndexElement;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.Name;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * SQL that finds exactly the index that a {@code CREATE INDEX} creates: by its name, on the statement's own table; or by
 * its columns, if the server chooses the name.
 */
final class IndexOfStatement {
    static final String FROM = """
        FROM pg_catalog.pg_index i
        JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid AND c.relkind = 'i'
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_class t ON t.oid = i.indrelid JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace""";

    /** The catalog has no column for an expression; an empty name stands for it. */
    static final String CONDITION = """
        i.indrelid = ?::oid AND i.indisunique = ?
        AND CASE WHEN ?::name IS NOT NULL THEN c.relname = ?::name
            ELSE ARRAY(SELECT coalesce(a.attname::text, '') FROM unnest(i.indkey) WITH ORDINALITY AS k (attnum, place)
                       LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
                       ORDER BY k.place) = ?::text[] END""";

    private IndexOfStatement() {}

    /** Returns the parameters of {@link #CONDITION}; the session resolves the table's name. */
    static @Nullable Object[] parameters(ServerConnection connection, IndexStatement.CreateIndex create) {
        Name name = create.name();
        String written = name == null ? null : name.text();
        String[] columns = Stream.concat(create.elements().stream(), create.including().stream())
                .map(IndexOfStatement::column)
                .toArray(String[]::new);
        return new @Nullable Object[] {
            connection.relation(create.table().qualified().quoted()), create.unique(), written, written, columns
        };
    }

    private static String column(IndexElement element) {
        return element.column() == null ? "" : element.column().text();
    }
}
