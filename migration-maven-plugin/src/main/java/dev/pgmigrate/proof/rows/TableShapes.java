package dev.pgmigrate.proof.rows;

import dev.pgmigrate.proof.rows.ColumnShape.Kind;
import dev.pgmigrate.proof.rows.ColumnShape.Reference;
import dev.pgmigrate.server.ServerConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads from the catalog which tables a text speaks of, and what their columns take. */
final class TableShapes {
    /**
     * The tables with one of these names, or a column of such an enum or domain, and those that their foreign keys refer to.
     * Partitions are filled through their table; extensions fill their own.
     */
    private static final String NAMED = """
        WITH RECURSIVE reached AS (
            SELECT c.oid FROM pg_class c WHERE c.relname = ANY (?::text[])
            UNION
            SELECT a.attrelid FROM pg_type t JOIN pg_attribute a ON a.atttypid = t.oid
            WHERE t.typname = ANY (?::text[]) AND t.typtype IN ('e', 'd') AND a.attrelid >= 16384
            UNION
            SELECT f.confrelid FROM pg_constraint f JOIN reached r ON f.conrelid = r.oid WHERE f.contype = 'f')
        SELECT c.oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname), c.relnatts, c.relname,
               CASE c.relkind WHEN 'p' THEN EXISTS (SELECT FROM pg_partition_tree(c.oid) WHERE pg_relation_size(relid) > 0)
                   ELSE pg_relation_size(c.oid) > 0 END
        FROM reached JOIN pg_class c ON c.oid = reached.oid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND NOT c.relispartition AND c.oid >= 16384
          AND n.nspname NOT IN ('pg_catalog', 'information_schema')
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                          AND d.deptype = 'e')
        ORDER BY c.oid""";

    private static final String COLUMNS = """
        SELECT a.attrelid, quote_ident(a.attname), format_type(a.atttypid, a.atttypmod), coalesce(e.typname, b.typname),
               CASE WHEN b.typcategory = 'A' THEN 'ARRAY' WHEN b.typtype = 'c' THEN 'COMPOSITE' ELSE 'PLAIN' END,
               CASE WHEN b.typname IN ('varchar', 'bpchar') THEN greatest(CASE t.typtype WHEN 'd' THEN t.typtypmod
                   ELSE a.atttypmod END - 4, 0) ELSE CASE t.typtype WHEN 'd' THEN t.typtypmod ELSE a.atttypmod END END,
               ARRAY(SELECT l.enumlabel::text FROM pg_enum l WHERE l.enumtypid = coalesce(e.oid, b.oid)
                     ORDER BY l.enumsortorder),
               NOT (a.attnotnull OR t.typnotnull), a.atthasdef,
               EXISTS (SELECT FROM pg_index i WHERE i.indrelid = a.attrelid AND i.indisunique AND a.attnum = ANY (i.indkey)),
               coalesce((SELECT string_agg(pg_get_expr(k.conbin, 0), ' ') FROM pg_constraint k WHERE k.contypid = t.oid
                         AND k.contype = 'c'), ''),
               t.typtype = 'd', f.confrelid, f.confrelid::regclass::text,
               (SELECT quote_ident(p.attname) FROM pg_attribute p WHERE p.attrelid = f.confrelid AND p.attnum = f.attnum)
        FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
        JOIN pg_type b ON b.oid = CASE t.typtype WHEN 'd' THEN t.typbasetype ELSE t.oid END
        LEFT JOIN pg_type e ON b.typcategory = 'A' AND e.oid = b.typelem
        LEFT JOIN LATERAL (SELECT k.confrelid, k.confkey[array_position(k.conkey, a.attnum)] AS attnum FROM pg_constraint k
                           WHERE k.conrelid = a.attrelid AND k.contype = 'f' AND a.attnum = ANY (k.conkey)
                           ORDER BY k.oid LIMIT 1) f ON true
        WHERE a.attrelid = ANY (?::oid[]) AND a.attnum > 0 AND NOT a.attisdropped
          AND a.attidentity = '' AND a.attgenerated = ''
        ORDER BY a.attrelid, a.attnum""";

    private static final String CHECKS = """
        SELECT k.conrelid, pg_get_expr(k.conbin, k.conrelid),
               ARRAY(SELECT quote_ident(a.attname) FROM pg_attribute a WHERE a.attrelid = k.conrelid
                     AND a.attnum = ANY (k.conkey) ORDER BY a.attnum)
        FROM pg_constraint k WHERE k.contype = 'c' AND k.conrelid = ANY (?::oid[])
          AND cardinality(k.conkey) > 0 ORDER BY k.oid""";

    private static final String BOUNDS = """
        SELECT p.partrelid,
               ARRAY(SELECT quote_ident(a.attname) FROM pg_attribute a WHERE a.attrelid = p.partrelid
                     AND a.attnum = ANY (p.partattrs)),
               coalesce((SELECT string_agg(pg_get_expr(c.relpartbound, c.oid), ' ')
                         FROM (SELECT inhrelid FROM pg_inherits WHERE inhparent = p.partrelid ORDER BY 1 LIMIT 4) i
                         JOIN pg_class c ON c.oid = i.inhrelid), '')
        FROM pg_partitioned_table p WHERE p.partrelid = ANY (?::oid[])""";

    private TableShapes() {}

    /**
     * A table that a text speaks of.
     *
     * @param sql its name as SQL text
     * @param width the number of columns that it has ever had
     * @param name its own name
     * @param filled whether it has rows
     */
    record Named(long oid, String sql, int width, String name, boolean filled) {}

    /** Returns the tables that are called by one of {@code words}, and those that they refer to. */
    static List<Named> named(ServerConnection connection, Collection<String> words) {
        String names = array(words);
        return connection
                .ours()
                .query(
                        NAMED,
                        row -> new Named(
                                row.getLong(1), row.getString(2), row.getInt(3), row.getString(4), row.getBoolean(5)),
                        names,
                        names);
    }

    /** Reads what {@code tables} take, in their order. */
    static List<TableShape> read(ServerConnection connection, List<Named> tables) {
        if (tables.isEmpty()) {
            return List.of();
        }
        String oids =
                tables.stream().map(table -> String.valueOf(table.oid())).collect(Collectors.joining(",", "{", "}"));
        Map<Long, List<ColumnShape>> columns = new HashMap<>();
        connection.ours().query(COLUMNS, row -> put(columns, row.getLong(1), column(row)), oids);
        Map<Long, List<TableShape.Check>> checks = new HashMap<>();
        connection
                .ours()
                .query(
                        CHECKS,
                        row -> put(checks, row.getLong(1), new TableShape.Check(row.getString(2), texts(row, 3))),
                        oids);
        Map<Long, TableShape.Bounds> bounds = new LinkedHashMap<>();
        connection
                .ours()
                .query(
                        BOUNDS,
                        row -> bounds.put(row.getLong(1), new TableShape.Bounds(texts(row, 2), row.getString(3))),
                        oids);
        return tables.stream()
                .map(table -> new TableShape(
                        table.oid(),
                        table.sql(),
                        table.width(),
                        columns.getOrDefault(table.oid(), List.of()),
                        checks.getOrDefault(table.oid(), List.of()),
                        bounds.getOrDefault(table.oid(), TableShape.Bounds.NONE)))
                .toList();
    }

    private static <T> boolean put(Map<Long, List<T>> lists, long oid, T value) {
        return lists.computeIfAbsent(oid, key -> new ArrayList<>()).add(value);
    }

    private static ColumnShape column(ResultSet row) throws SQLException {
        String parent = row.getString(14);
        return new ColumnShape(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Kind.valueOf(row.getString(5)),
                Math.max(0, row.getInt(6)),
                texts(row, 7),
                row.getBoolean(8),
                row.getBoolean(9),
                row.getBoolean(10),
                row.getString(11),
                row.getBoolean(12),
                parent == null ? null : new Reference(row.getLong(13), parent, row.getString(15)));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static String array(Collection<String> texts) {
        return texts.stream()
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
