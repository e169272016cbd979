package dev.pgmigrate.proof.observe;

import dev.pgmigrate.server.ServerConnection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an open transaction can have changed so far.
 *
 * @param catalog whether it can have changed an object; false if it surely has not
 * @param relations the numbers of the tables, indexes and sequences whose rows it can have changed
 * @param altered the numbers of the relations that it can have changed themselves
 */
public record Touched(boolean catalog, Set<Long> relations, Set<Long> altered) {
    private static final int WITH_COUNTS = 15;

    /**
     * Makes the counts of {@link #COUNTED} begin at the next transaction: otherwise they still contain what earlier ones
     * did in the last second (manual, "The Cumulative Statistics System").
     */
    private static final String FLUSH = "SELECT pg_catalog.pg_stat_force_next_flush()";

    /** Whoever writes has a transaction ID (manual, "Transactions and Identifiers"). */
    private static final String WRITES = "pg_catalog.pg_current_xact_id_if_assigned() IS NOT NULL";

    private static final String COUNTED = " AND (pg_catalog.current_setting('track_counts') <> 'on'"
            + " OR EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.relnamespace = 'pg_catalog'::regnamespace"
            + " AND c.relkind = 'r' AND pg_stat_get_xact_tuples_inserted(c.oid)"
            + " + pg_stat_get_xact_tuples_updated(c.oid) + pg_stat_get_xact_tuples_deleted(c.oid) > 0))";

    /** Locks are held until the transaction ends, and every change of rows takes one (manual, "Table-Level Locks"). */
    private static final String LOCKED = """
        SELECT relation FROM pg_catalog.pg_locks
        WHERE pid = pg_catalog.pg_backend_pid() AND locktype = 'relation' AND relation >= 16384
          AND mode NOT IN ('AccessShareLock', 'RowShareLock')""";

    /**
     * GRANT locks no table but changes its rows in the catalog, and ALTER INDEX locks only the index, which is a part of its
     * table here.
     */
    private static final String ALTERED = """
        WITH own AS (SELECT pg_catalog.pg_current_xact_id_if_assigned()::pg_catalog.text::bigint & 4294967295 AS first),
             class AS (SELECT c.oid FROM pg_catalog.pg_class c, own
                       WHERE c.oid >= 16384 AND c.xmin::pg_catalog.text::bigint >= own.first)
        SELECT oid FROM class
        UNION
        SELECT x.indrelid FROM pg_catalog.pg_index x JOIN class ON class.oid = x.indexrelid
        UNION
        SELECT a.attrelid FROM pg_catalog.pg_attribute a, own
        WHERE a.attrelid >= 16384 AND a.xmin::pg_catalog.text::bigint >= own.first""";

    public Touched {
        relations = Set.copyOf(relations);
        altered = Set.copyOf(altered);
    }

    /** Prepares a session for a transaction of which {@link #ofTransaction} will ask. */
    public static void prepare(ServerConnection connection) {
        if (connection.version().isAtLeast(WITH_COUNTS)) {
            connection.execute(FLUSH);
        }
    }

    /** Observes what the open transaction of {@code connection} can have changed. */
    public static Touched ofTransaction(ServerConnection connection) {
        return connection.ours().reading(() -> read(connection));
    }

    /** Returns the relations that this or {@code other} can have changed, or null if those of the other are unknown. */
    @Nullable
    Set<Long> alteredWith(@Nullable Touched otherOrNull) {
        if (otherOrNull == null) {
            return null;
        }
        Set<Long> both = new TreeSet<>(altered);
        both.addAll(otherOrNull.altered);
        return both;
    }

    /** Returns what a transaction touches that changes nothing. */
    public static Touched nothing() {
        return new Touched(false, Set.of(), Set.of());
    }

    static Touched read(ServerConnection connection) {
        String changed = connection.version().isAtLeast(WITH_COUNTS) ? WRITES + COUNTED : WRITES;
        boolean catalog = connection
                .ours()
                .queryOne("SELECT " + changed, row -> row.getBoolean(1))
                .orElseThrow();
        Set<Long> relations = new TreeSet<>(connection.ours().query(LOCKED, row -> row.getLong(1)));
        Set<Long> altered = new TreeSet<>(relations);
        if (catalog) {
            altered.addAll(connection.ours().query(ALTERED, row -> row.getLong(1)));
        }
        return new Touched(catalog, relations, altered);
    }
}
