package dev.pgmigrate.apply.rollback;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.server.ServerConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds in the catalogs the tables and columns that a statement removes, and what they hold according to the statistics. */
final class TakenObjects {
    /**
     * The size of a table with its partitions and children; of a column, by what the statistics know of it. A table that was
     * never analyzed has -1 rows (manual, 53.11 "pg_class").
     */
    private static final String SIZES = """
        SELECT n.nspname, c.relname, a.attname,
               (SELECT sum(greatest(p.reltuples::bigint, pg_stat_get_live_tuples(p.oid), 0)) FROM parts JOIN pg_class p USING (oid)
                WHERE parts.root = c.oid AND p.relkind <> 'p'),
               (SELECT sum(pg_total_relation_size(parts.oid)) FROM parts WHERE parts.root = c.oid),
               (SELECT sum(s.avg_width * (1 - s.null_frac) * greatest(p.reltuples, 0))::bigint
                FROM parts JOIN pg_class p USING (oid) JOIN pg_namespace pn ON pn.oid = p.relnamespace
                JOIN pg_stats s ON s.schemaname = pn.nspname AND s.tablename = p.relname AND s.attname = a.attname
                WHERE parts.root = c.oid AND p.relkind <> 'p')
        FROM roots JOIN pg_class c ON c.oid = roots.oid JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = roots.attnum
        WHERE c.relkind IN ('r', 'p') ORDER BY n.nspname, c.relname, a.attnum""";

    private final ServerConnection connection;

    TakenObjects(ServerConnection connection) {
        this.connection = connection;
    }

    /**
     * A table or a column.
     *
     * @param columnOrNull the column, or null for the table as a whole
     * @param estimate how many rows the table has according to the statistics
     * @param tableBytes the size of the table on disk
     * @param bytes how much of that would be lost
     */
    record Found(QualifiedName table, @Nullable String columnOrNull, long estimate, long tableBytes, long bytes) {
        String words() {
            return columnOrNull == null ? "table " + table : "column " + table + "." + columnOrNull;
        }

        /** Returns the argument of {@code count()} that counts what would be lost. */
        String counted() {
            return columnOrNull == null ? "*" : Identifier.quote(columnOrNull);
        }
    }

    /** Returns the existing objects among those that {@code taken} names. */
    List<Found> find(Taken taken) {
        if (taken instanceof Taken.Table table) {
            return table(table.name());
        }
        if (taken instanceof Taken.Rows rows) {
            return table(rows.table());
        }
        if (taken instanceof Taken.Column column) {
            return found(
                    "SELECT attrelid AS oid, attnum FROM pg_attribute WHERE attrelid = ?::oid AND attname = ?::name AND NOT"
                            + " attisdropped",
                    connection.relation(column.table().quoted()),
                    column.name());
        }
        if (taken instanceof Taken.Schema schema) {
            return found(
                    "SELECT c.oid, NULL::smallint AS attnum FROM pg_class c JOIN pg_namespace n ON n.oid ="
                            + " c.relnamespace WHERE n.nspname = ?::name AND NOT c.relispartition",
                    schema.name());
        }
        if (taken instanceof Taken.Type type) {
            return found(
                    "SELECT a.attrelid AS oid, a.attnum FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid WHERE"
                            + " pg_catalog.to_regtype(?)::oid IN (t.oid, t.typelem) AND NOT a.attisdropped AND a.attnum > 0",
                    type.name().quoted());
        }
        return List.of();
    }

    private List<Found> table(QualifiedName name) {
        return found("SELECT ?::oid AS oid, NULL::smallint AS attnum", connection.relation(name.quoted()));
    }

    private List<Found> found(String roots, Object... parameters) {
        return connection
                .ours()
                .query(
                        "WITH RECURSIVE roots AS (" + roots + "), parts AS (SELECT oid, oid AS root FROM roots UNION"
                                + " SELECT i.inhrelid, parts.root FROM pg_inherits i JOIN parts ON i.inhparent ="
                                + " parts.oid) "
                                + SIZES,
                        TakenObjects::found,
                        parameters);
    }

    private static Found found(ResultSet row) throws SQLException {
        String column = row.getString(3);
        long bytes = row.getLong(5);
        return new Found(
                QualifiedName.of(row.getString(1), row.getString(2)),
                column,
                row.getLong(4),
                bytes,
                column == null ? bytes : row.getLong(6));
    }
}
