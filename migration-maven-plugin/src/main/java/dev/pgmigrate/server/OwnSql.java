package dev.pgmigrate.server;

import dev.pgmigrate.server.ServerConnection.RowReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs our own SQL in a session with the settings of the role and the database.
 *
 * <p>Anyone who may create an operator or a function in a schema of the {@code search_path} could get it run by whoever
 * sends a query (CVE-2018-1058), and the session's DateStyle would change the results. Each query is therefore sent
 * together with its own settings, in the same round trip; they end with its transaction, since a pooler may give the
 * session to others afterwards.
 */
public final class OwnSql {
    private static final List<String> BEGIN = List.of(
            "BEGIN ISOLATION LEVEL READ COMMITTED",
            // pg_temp is searched first unless it is listed (manual, 20.11 "search_path").
            "SET LOCAL search_path = pg_catalog, pg_temp",
            // Between two statements of a file without a transaction, the role may be one that the file has set.
            "SET LOCAL SESSION AUTHORIZATION DEFAULT",
            "SET LOCAL \"role\" TO DEFAULT",
            "SET LOCAL standard_conforming_strings = on",
            "SET LOCAL datestyle = 'ISO, MDY'",
            "SET LOCAL lock_timeout = " + LockWaits.TRY.toMillis());

    /** What the text of values depends on, so that equal values have equal texts whatever a migration sets. */
    private static final List<String> READ = List.of(
            "SET LOCAL search_path = pg_catalog, pg_temp",
            "SET LOCAL SESSION AUTHORIZATION DEFAULT",
            "SET LOCAL \"role\" TO DEFAULT",
            "SET LOCAL standard_conforming_strings = on",
            "SET LOCAL datestyle = 'ISO, MDY'",
            "SET LOCAL intervalstyle = postgres",
            "SET LOCAL timezone = 'UTC'",
            "SET LOCAL extra_float_digits = 1",
            "SET LOCAL bytea_output = hex",
            "SET LOCAL statement_timeout = 0");

    private static final String SAVEPOINT = "SAVEPOINT pgmigrate_own";

    /**
     * The sessions that hold, or wait for, the strongest locks on the relations whose names stand in a text, or on their
     * indexes. {@code pg_blocking_pids()} knows better, but only while this session waits, when it cannot ask.
     */
    private static final String IN_THE_WAY = """
        (WITH held AS (
             SELECT l.pid, position(l.mode IN 'RowShareLock RowExclusiveLock ShareUpdateExclusiveLock ShareLock'
                 ' ShareRowExclusiveLock ExclusiveLock AccessExclusiveLock') AS strength
             FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
             LEFT JOIN pg_index i ON i.indexrelid = c.oid JOIN pg_class t ON t.oid = coalesce(i.indrelid, c.oid)
             WHERE l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
               AND l.pid <> pg_backend_pid() AND l.mode <> 'AccessShareLock' AND strpos(?, t.relname) > 0)
         SELECT DISTINCT pid FROM held WHERE strength = (SELECT max(strength) FROM held))""";

    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(2);

    private final ServerConnection connection;

    OwnSql(ServerConnection connection) {
        this.connection = connection;
    }

    /** Runs a query and reads its rows; {@code ?} is a parameter. */
    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        if (connection.inOwnTransaction()) {
            return connection.query(sql, reader, parameters);
        }
        requireNoTransaction();
        return patiently(sql, () -> connection.queryAfter(BEGIN.size(), wrapped(sql), reader, parameters));
    }

    /** Runs a query that has at most one row. */
    public <T> Optional<T> queryOne(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return query(sql, reader, parameters).stream().findFirst();
    }

    /** Runs a statement that changes rows, and returns how many. */
    public int update(String sql, @Nullable Object... parameters) {
        if (connection.inOwnTransaction()) {
            return connection.update(sql, parameters);
        }
        requireNoTransaction();
        return patiently(sql, () -> connection.updateAfter(BEGIN.size(), wrapped(sql), parameters));
    }

    /**
     * Runs {@code work}, whose SQL is all ours, in one transaction, which is rolled back where it fails, and begun again
     * where it only lost a wait for a lock.
     *
     * @param relations the names of what it reads and writes
     */
    public void inTransaction(String relations, Runnable work) {
        requireNoTransaction();
        connection.waits().until(() -> answered(() -> transaction(work)), () -> inTheWay(relations));
    }

    private boolean transaction(Runnable work) {
        connection.beginOwn(String.join("; ", BEGIN));
        try {
            work.run();
            connection.endOwn("COMMIT");
            return true;
        } catch (RuntimeException e) {
            connection.endOwn("ROLLBACK");
            throw e;
        }
    }

    /**
     * Does {@code work}, whose SQL is all ours and changes nothing, in the open transaction of a migration, whose settings
     * it does not see and leaves as they are; or in a transaction of its own.
     */
    public <T> T reading(Supplier<T> work) {
        boolean open = connection.inTransaction();
        connection.beginOwn((open ? SAVEPOINT : "BEGIN READ ONLY") + "; " + String.join("; ", READ));
        try {
            return work.get();
        } finally {
            connection.endOwn(open ? "ROLLBACK TO " + SAVEPOINT + "; RELEASE " + SAVEPOINT : "ROLLBACK");
        }
    }

    /**
     * Sends a whole transaction, again where it only lost a wait for a lock.
     *
     * @param sql from its {@code BEGIN} to its {@code COMMIT}; it sets a {@code lock_timeout} itself
     */
    public void execute(String sql) {
        requireNoTransaction();
        patiently(sql, () -> {
            connection.execute(sql);
            return true;
        });
    }

    private static String wrapped(String sql) {
        return String.join("; ", BEGIN) + "; " + sql + "; COMMIT";
    }

    /** In the transaction of a migration the settings would affect the statements of its file. */
    private void requireNoTransaction() {
        if (connection.inTransaction()) {
            throw new IllegalStateException("Own SQL in the transaction of a migration has to be qualified instead.");
        }
    }

    private <T> T patiently(String sql, Supplier<T> work) {
        return connection.waits().until(() -> answered(() -> closing(work)), () -> inTheWay(sql));
    }

    private List<Blocker> inTheWay(String sql) {
        try {
            return answered(() -> closing(
                    () -> connection.queryAfter(BEGIN.size(), wrapped(Blocker.of(IN_THE_WAY)), Blocker::read, sql)));
        } catch (ServerException e) {
            if (e.isLockTimeout()) {
                return List.of(); // The catalogs themselves are locked.
            }
            throw e;
        }
    }

    /** What we ask is answered at once, or not any more: the network may have lost it. */
    private <T> T answered(Supplier<T> work) {
        return new AnswerLimit(connection).during(LONGEST_ANSWER, work);
    }

    private <T> T closing(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (!connection.isClosed()) {
                connection.rollback(); // nothing after an error is run, not even the COMMIT
            }
            throw e;
        }
    }
}
