package dev.pgmigrate.proof.observe;

import dev.pgmigrate.server.ServerConnection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an open transaction can have changed so far.
 *
 * @param catalog whether it can have changed an object; false if it surely has not
 * @param relations the numbers of the tables, indexes and sequences that it can have changed
 */
public record Touched(boolean catalog, Set<Long> relations) {
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

    public Touched {
        relations = Set.copyOf(relations);
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

    static Touched read(ServerConnection connection) {
        String changed = connection.version().isAtLeast(WITH_COUNTS) ? WRITES + COUNTED : WRITES;
        boolean catalog = connection
                .ours()
                .queryOne("SELECT " + changed, row -> row.getBoolean(1))
                .orElseThrow();
        return new Touched(catalog, new TreeSet<>(connection.ours().query(LOCKED, row -> row.getLong(1))));
    }
}
