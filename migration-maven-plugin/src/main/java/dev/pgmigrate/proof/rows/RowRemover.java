package dev.pgmigrate.proof.rows;

import dev.pgmigrate.proof.rows.TableShapes.Named;
import dev.pgmigrate.server.ServerConnection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes the rows of tables away, with those that refer to them; no trigger and no foreign key has a say in it. */
final class RowRemover {
    private static final String BEGIN = "BEGIN; SET LOCAL session_replication_role = replica";

    private static final String REFERRING = """
        SELECT f.confrelid, f.conrelid, pg_catalog.format('%s', f.conrelid::regclass), pg_catalog.format('%s', f.confrelid::regclass),
               (SELECT pg_catalog.string_agg(pg_catalog.format('p.%I = c.%I', p.attname, c.attname), ' AND ')
                FROM unnest(f.conkey, f.confkey) AS k (child, parent)
                JOIN pg_attribute c ON c.attrelid = f.conrelid AND c.attnum = k.child
                JOIN pg_attribute p ON p.attrelid = f.confrelid AND p.attnum = k.parent),
               (SELECT pg_catalog.string_agg(pg_catalog.format('c.%I IS NOT NULL', c.attname), ' AND ')
                FROM pg_attribute c WHERE c.attrelid = f.conrelid AND c.attnum = ANY (f.conkey))
        FROM pg_constraint f WHERE f.contype = 'f' AND f.conparentid = 0 AND f.confrelid <> f.conrelid""";

    private final Map<Long, Named> taken = new LinkedHashMap<>();
    private final Map<Long, Named> madeUp;

    /** A foreign key: a row of {@code child} stays only while there is its row of {@code parent}. */
    private record Key(long parent, long child, String childName, String parentName, String equal, String set) {
        String rest() {
            return "DELETE FROM %s AS c WHERE %s AND NOT EXISTS (SELECT FROM %s AS p WHERE %s)"
                    .formatted(childName, set, parentName, equal);
        }
    }

    private RowRemover(Map<Long, Named> madeUp) {
        this.madeUp = madeUp;
    }

    /**
     * Returns what empties tables.
     *
     * @param some those that are to be emptied
     * @param madeUp all that hold only rows that were made up
     */
    static RowRemover of(List<Named> some, List<Named> madeUp) {
        RowRemover removal = new RowRemover(madeUp.stream().collect(Collectors.toMap(Named::oid, table -> table)));
        some.forEach(table -> removal.taken.put(table.oid(), table));
        return removal;
    }

    /** Takes the rows away, and returns which tables are empty now. */
    Set<Long> from(ServerConnection connection) {
        List<Key> keys = connection
                .ours()
                .query(
                        REFERRING,
                        row -> new Key(
                                row.getLong(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6)));
        StringBuilder rests = new StringBuilder();
        Deque<Long> open = new ArrayDeque<>(taken.keySet());
        while (!open.isEmpty()) {
            long parent = open.remove();
            for (Key key : keys) {
                Named child = madeUp.get(key.child());
                if (key.parent() == parent && child != null && taken.putIfAbsent(key.child(), child) == null) {
                    open.add(key.child());
                } else if (key.parent() == parent && child == null) {
                    rests.append("; ").append(key.rest());
                }
            }
        }
        String deletes = taken.values().stream()
                .map(table -> "; DELETE FROM " + table.sql())
                .collect(Collectors.joining());
        connection.execute(BEGIN + deletes + rests + "; COMMIT");
        return Set.copyOf(taken.keySet());
    }
}
