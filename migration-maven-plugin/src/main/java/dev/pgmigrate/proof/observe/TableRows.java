package dev.pgmigrate.proof.observe;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.server.ServerConnection;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a table holds, in no order.
 *
 * @param table its name
 * @param columns the names of its columns
 * @param count the number of its rows
 * @param digest equal for equal rows in any order
 * @param rows the rows as text, if there are few of them; else empty
 */
public record TableRows(QualifiedName table, String columns, long count, String digest, List<String> rows) {
    /** How many rows are kept as text, to say which of them changed. */
    private static final int FEW = 200;

    /**
     * Tables and materialized views that are not temporary. The rows of a partitioned table are those of its partitions.
     */
    private static final String NAMES = """
        SELECT c.oid, n.nspname, c.relname,
               (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY a.attnum)
                FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'm') AND c.relpersistence <> 't' AND c.relispopulated AND c.oid >= 16384
          AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')""";

    private static final String AMONG = " AND c.oid = ANY (?::pg_catalog.oid[])";
    private static final String WITH_ROWS = " AND pg_catalog.pg_relation_size(c.oid) > 0";

    /** How many tables are read in one query. */
    private static final int TOGETHER = 200;

    /** One more than are few, so that the others need not be sent. */
    private static final String ROWS = """
        SELECT ${oid}, pg_catalog.count(*),
               pg_catalog.sum(pg_catalog.hashtextextended(ROW(t.*)::pg_catalog.text, 0)::pg_catalog.numeric)::pg_catalog.text,
               ARRAY(SELECT ROW(t.*)::pg_catalog.text FROM ONLY ${table} AS t LIMIT ${few})
        FROM ONLY ${table} AS t""";

    public TableRows {
        rows = List.copyOf(rows);
    }

    private record Named(long oid, QualifiedName name, String columns) {}

    /** Reads those of {@code tables} that exist, by their numbers; the transaction sees what it has changed itself. */
    static Map<Long, TableRows> read(ServerConnection connection, Collection<Long> tables) {
        return tables.isEmpty()
                ? Map.of()
                : read(
                        connection,
                        connection
                                .ours()
                                .query(
                                        NAMES + AMONG,
                                        TableRows::named,
                                        tables.stream()
                                                .map(String::valueOf)
                                                .collect(Collectors.joining(",", "{", "}"))));
    }

    /** Reads all tables that hold anything. */
    static Map<Long, TableRows> readAll(ServerConnection connection) {
        return read(connection, connection.ours().query(NAMES + WITH_ROWS, TableRows::named));
    }

    private static Map<Long, TableRows> read(ServerConnection connection, List<Named> tables) {
        Map<Long, TableRows> read = new HashMap<>();
        for (int i = 0; i < tables.size(); i += TOGETHER) {
            readTogether(connection, tables.subList(i, Math.min(tables.size(), i + TOGETHER)), read);
        }
        return read;
    }

    private static void readTogether(ServerConnection connection, List<Named> tables, Map<Long, TableRows> read) {
        Map<Long, Named> byOid = tables.stream().collect(Collectors.toMap(Named::oid, table -> table));
        String sql = tables.stream().map(TableRows::query).collect(Collectors.joining(" UNION ALL "));
        connection
                .ours()
                .query(sql, row -> Map.entry(row.getLong(1), rows(byOid, row)))
                .forEach(table -> read.put(table.getKey(), table.getValue()));
    }

    private static String query(Named table) {
        return ROWS.replace("${oid}", String.valueOf(table.oid()))
                .replace("${few}", String.valueOf(FEW + 1))
                .replace("${table}", table.name().quoted());
    }

    private static Named named(ResultSet row) throws SQLException {
        String columns = row.getString(4);
        return new Named(
                row.getLong(1), QualifiedName.of(row.getString(2), row.getString(3)), columns == null ? "" : columns);
    }

    private static TableRows rows(Map<Long, Named> byOid, ResultSet row) throws SQLException {
        Named table = Objects.requireNonNull(byOid.get(row.getLong(1)), "a table that was asked for");
        long count = row.getLong(2);
        String digest = row.getString(3);
        List<String> texts = new ArrayList<>();
        Array array = row.getArray(4);
        if (count <= FEW && array != null) {
            for (Object text : (Object[]) array.getArray()) {
                texts.add(String.valueOf(text));
            }
        }
        return new TableRows(table.name(), table.columns(), count, digest == null ? "" : digest, texts);
    }
}
