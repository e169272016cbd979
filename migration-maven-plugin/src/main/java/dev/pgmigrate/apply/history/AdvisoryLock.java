package dev.pgmigrate.apply.history;

import dev.pgmigrate.migration.Sha256;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;

/**
 * The lock that lets one session at a time change a history, held by a second connection that does nothing else.
 *
 * <p>It is polled for, because a session that <em>waits</em> for an advisory lock holds a snapshot, and {@code CREATE INDEX
 * CONCURRENTLY} in the session that has the lock would wait for that snapshot for ever. Advisory locks belong to a
 * database (manual, 13.3.5 "Advisory Locks"), so the key needs only the table.
 */
public final class AdvisoryLock implements AutoCloseable {
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    private final ServerConnection connection;
    private final long key;

    /** A second lock, whose key is unique to this run. */
    private final long token = ThreadLocalRandom.current().nextLong();

    private String own = "false";

    private AdvisoryLock(ServerConnection connection, long key) {
        this.connection = connection;
        this.key = key;
    }

    /** The session that holds the lock. */
    public record Holder(int pid, String user, String application, String address) {
        @Override
        public String toString() {
            return user + " (" + application + ", " + address + ", process " + pid + ")";
        }
    }

    /**
     * Takes the lock, waiting at most {@code limit}. From then on the connection belongs to the lock.
     *
     * @param waiting is told after every pause which session holds it, and how long the wait has lasted
     * @throws LockNotObtainedException if the time is up
     */
    public static AdvisoryLock take(
            ServerConnection connection,
            HistoryTable table,
            Duration limit,
            BiConsumer<Optional<Holder>, Duration> waiting) {
        AdvisoryLock lock = new AdvisoryLock(connection, key(table));
        long start = System.nanoTime();
        long pause = FIRST_PAUSE_MILLIS;
        while (!lock.tryTakeOrClose()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            Optional<Holder> holder = lock.holder();
            if (waited.compareTo(limit) >= 0) {
                connection.close();
                throw new LockNotObtainedException(table, waited, holder.orElse(null));
            }
            waiting.accept(holder, waited);
            pause(pause + ThreadLocalRandom.current().nextLong(pause));
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
        return lock;
    }

    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting.", e);
        }
    }

    private boolean tryTakeOrClose() {
        try {
            return tryTake();
        } catch (ServerException e) {
            connection.close();
            throw e;
        }
    }

    private boolean tryTake() {
        return connection
                .ours()
                .queryOne(
                        "SELECT CASE WHEN pg_try_advisory_lock(?) THEN pg_try_advisory_lock(?) ELSE false END,"
                                + " pg_backend_pid(), oid FROM pg_database WHERE datname = current_database()",
                        row -> {
                            own = "EXISTS (SELECT FROM pg_locks WHERE " + ours() + " AND database = " + row.getLong(3)
                                    + " AND pid = " + row.getInt(2) + ")";
                            return row.getBoolean(1);
                        },
                        key,
                        token)
                .orElse(false);
    }

    /**
     * Returns an SQL expression with which another session's transaction can tell whether this one still has the lock: if
     * it cannot take the second lock, this session is alive and holds both. Asking {@code pg_locks} would cost more, by a
     * tenth of the time of a small migration.
     */
    public String condition() {
        return "NOT pg_catalog.pg_try_advisory_xact_lock(" + token + ")";
    }

    /**
     * Makes sure, over its own connection, that this session still has the lock.
     *
     * @throws LockLostException if it does not
     */
    public void require() {
        try {
            synchronized (connection) {
                if (!connection
                        .ours()
                        .queryOne("SELECT " + own, row -> row.getBoolean(1))
                        .orElse(false)) {
                    throw new LockLostException(null);
                }
            }
        } catch (ServerException e) {
            throw new LockLostException(e);
        }
    }

    private Optional<Holder> holder() {
        return connection
                .ours()
                .queryOne(
                        "SELECT l.pid, coalesce(a.usename, '?'), coalesce(nullif(a.application_name, ''), 'unnamed'),"
                                + " coalesce(host(a.client_addr), 'local') FROM pg_locks l LEFT JOIN pg_stat_activity a ON"
                                + " a.pid = l.pid WHERE "
                                + ours()
                                + " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())",
                        row -> new Holder(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    private String ours() {
        // A bigint key is shown as two halves; objsubid 1 says so (manual, 53.13 "pg_locks").
        return "locktype = 'advisory' AND granted AND objsubid = 1 AND classid = " + (key >>> 32) + " AND objid = "
                + (key & 0xFFFF_FFFFL);
    }

    /** Returns the key of a history: the same for every version of this tool. */
    public static long key(HistoryTable table) {
        byte[] hash = Sha256.of("pgmigrate\n" + table.schema() + "\n" + table.name());
        return ByteBuffer.wrap(hash).getLong();
    }

    /** Ends the session, and with it the lock. */
    @Override
    public void close() {
        connection.close();
    }
}
