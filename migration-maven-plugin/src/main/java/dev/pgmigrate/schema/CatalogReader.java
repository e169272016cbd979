package dev.pgmigrate.schema;

import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /** How many rows the catalogs have, and where: another answer means that somebody changed a definition. */
    private static final String MOMENT = CatalogQuery.read("moment.sql").strip() + ";\n";

    private static final String SAVEPOINT = "pgmigrate_snapshot";

    private final ServerConnection connection;
    private final @Nullable Collection<Long> relationsOrNull;

    CatalogReader(ServerConnection connection) {
        this(connection, null);
    }

    /**
     * Returns a reader that leaves relations out.
     *
     * @param relationsOrNull the numbers of those that are read, or null for all
     */
    CatalogReader(ServerConnection connection, @Nullable Collection<Long> relationsOrNull) {
        this.connection = connection;
        this.relationsOrNull = relationsOrNull;
    }

    /** Reads everything, noting what the privileges do not permit. */
    SnapshotBuilder read() {
        for (int tries = 1; ; tries++) {
            try {
                SnapshotBuilder builder = new SnapshotBuilder();
                boolean oneMoment = together(builder);
                if (oneMoment) {
                    return builder;
                }
                if (tries == TRIES) {
                    builder.unread("what others changed while it was read");
                    return builder;
                }
            } catch (ServerException e) {
                if (e.is(SqlState.INSUFFICIENT_PRIVILEGE)) {
                    return oneByOne();
                }
                // Somebody dropped what a deparsing function was asked for.
                if (tries == TRIES || !e.is(SqlState.INTERNAL_ERROR)) {
                    throw e;
                }
            }
        }
    }

    /**
     * Reads into {@code builder}; returns whether it is of one moment. Deparsing functions see the current catalogs, not the
     * transaction's snapshot (PostgreSQL manual, "System Catalog Information Functions"), so that what somebody
     * renames meanwhile would have its new name in one place and its old one in another.
     */
    private boolean together(SnapshotBuilder builder) {
        if (relationsOrNull != null) {
            return read(builder);
        }
        Iterator<CatalogQuery> queries = QUERIES.iterator();
        String all = QUERIES.stream().map(this::sql).collect(Collectors.joining());
        List<String> before = new ArrayList<>();
        within(() -> connection.queryAll(SETTINGS + MOMENT + all, rows -> {
            if (before.isEmpty()) {
                addMoment(rows, before);
            } else {
                builder.add(queries.next(), rows);
            }
        }));
        if (connection.inTransaction()) {
            return true; // which sees its own changes as well
        }
        List<String> after = new ArrayList<>();
        within(() -> connection.queryAll(SETTINGS + MOMENT, rows -> addMoment(rows, after)));
        return after.equals(before);
    }

    /** Whoever knows which relations have changed has the database for himself. */
    private boolean read(SnapshotBuilder builder) {
        Iterator<CatalogQuery> queries = QUERIES.iterator();
        String all = QUERIES.stream().map(this::sql).collect(Collectors.joining());
        within(() -> connection.queryAll(SETTINGS + all, rows -> builder.add(queries.next(), rows)));
        return true;
    }

    private static void addMoment(ResultSet rows, List<String> moments) throws SQLException {
        rows.next();
        moments.add(rows.getString(1));
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
        String sql = relationsOrNull == null
                ? query.sql(connection.version())
                : query.sql(connection.version(), relationsOrNull);
        return sql + ";\n";
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
