package dev.pgmigrate.schema;

import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Runs the queries in one round trip, in a read-only transaction with a single snapshot, or in a savepoint of the open
 * one.
 */
final class CatalogReader {
    private static final List<CatalogQuery> QUERIES = Arrays.asList(CatalogQuery.values());
    private static final int TRIES = 3;

    /**
     * What the deparsing functions and the output of constants depend on. Nothing but pg_catalog is searched, so that no
     * operator or function of a user is called, and every other name comes qualified; the schema of temporary tables,
     * which would be searched first, is named last (PostgreSQL manual, CREATE FUNCTION, "Writing SECURITY DEFINER
     * Functions Safely").
     */
    static final String SETTINGS = """
        SET LOCAL search_path = pg_catalog, pg_temp;
        SET LOCAL quote_all_identifiers = off;
        SET LOCAL bytea_output = hex;
        SET LOCAL DateStyle = ISO;
        SET LOCAL IntervalStyle = postgres;
        SET LOCAL extra_float_digits = 1;
        SET LOCAL TimeZone = UTC;
        SET LOCAL lc_monetary = 'C';
        SET LOCAL jit = off;
        SET LOCAL statement_timeout = 0;
        SET LOCAL lock_timeout = '10s';
        """;

    private static final String SAVEPOINT = "pgmigrate_snapshot";

    private final ServerConnection connection;

    CatalogReader(ServerConnection connection) {
        this.connection = connection;
    }

    /** Reads everything, noting what the privileges do not permit. */
    SnapshotBuilder read() {
        for (int tries = 1; ; tries++) {
            try {
                return together();
            } catch (ServerException e) {
                if (e.is(SqlState.INSUFFICIENT_PRIVILEGE)) {
                    return oneByOne();
                }
                // Deparsing functions see the current catalogs, not the transaction's snapshot: somebody dropped it.
                if (tries == TRIES || !e.is(SqlState.INTERNAL_ERROR)) {
                    throw e;
                }
            }
        }
    }

    private SnapshotBuilder together() {
        SnapshotBuilder builder = new SnapshotBuilder();
        Iterator<CatalogQuery> queries = QUERIES.iterator();
        String all = QUERIES.stream().map(this::sql).collect(Collectors.joining());
        within(() -> connection.queryAll(SETTINGS + all, rows -> builder.add(queries.next(), rows)));
        return builder;
    }

    private SnapshotBuilder oneByOne() {
        SnapshotBuilder builder = new SnapshotBuilder();
        within(() -> {
            connection.execute(SETTINGS);
            for (CatalogQuery query : QUERIES) {
                connection.execute("SAVEPOINT query");
                try {
                    connection.queryAll(sql(query), rows -> builder.add(query, rows));
                } catch (ServerException e) {
                    if (!e.is(SqlState.INSUFFICIENT_PRIVILEGE)) {
                        throw e;
                    }
                    connection.execute("ROLLBACK TO SAVEPOINT query");
                    builder.unread(query.label() + ": " + e.error().message());
                }
            }
        });
        return builder;
    }

    private String sql(CatalogQuery query) {
        return query.sql(connection.version()) + ";\n";
    }

    private void within(Runnable reading) {
        boolean open = connection.inTransaction();
        connection.execute(open ? "SAVEPOINT " + SAVEPOINT : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        try {
            reading.run();
        } finally {
            connection.execute(
                    open ? "ROLLBACK TO SAVEPOINT " + SAVEPOINT + "; RELEASE SAVEPOINT " + SAVEPOINT : "ROLLBACK");
        }
    }
}
