package dev.pgmigrate.apply.run;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.sql.SourceRange;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks, from a thread and a session of its own, at a statement that takes long: who blocks it, and how far it is.
 *
 * <p>It asks on the connection that holds the advisory lock, and keeps that one alive.
 */
final class StatementWatch implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final Duration FIRST_REPORT = Duration.ofSeconds(10);
    private static final Duration LATER_REPORTS = Duration.ofSeconds(30);
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(30);

    private final ServerConnection connection;
    private final int workerPid;
    private final MigratorListener listener;
    private final Duration longestIdle;
    private final Thread thread;
    private volatile @Nullable Running running;
    private volatile boolean closed;

    private record Running(Migration migration, SourceRange statement, long since) {
        Duration duration() {
            return Duration.ofNanos(System.nanoTime() - since);
        }
    }

    private StatementWatch(
            ServerConnection connection, int workerPid, MigratorListener listener, Duration longestIdle) {
        this.connection = connection;
        this.workerPid = workerPid;
        this.listener = listener;
        this.longestIdle = longestIdle;
        this.thread = new Thread(this::watch, "migrate-statement-watch");
    }

    /** Begins to watch the session of {@code workerPid} from {@code connection}, which it shares by locking it. */
    static StatementWatch over(int workerPid, ServerConnection connection, MigratorListener listener) {
        return over(workerPid, connection, listener, LONGEST_IDLE);
    }

    /** As the other, and uses the connection at least as often as {@code longestIdle}. */
    static StatementWatch over(
            int workerPid, ServerConnection connection, MigratorListener listener, Duration longestIdle) {
        StatementWatch watch = new StatementWatch(connection, workerPid, listener, longestIdle);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    void begin(Migration migration, SourceRange statement) {
        running = new Running(migration, statement, System.nanoTime());
    }

    void end() {
        running = null;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        Running seen = null;
        Set<Integer> shown = Set.of();
        Duration nextReport = FIRST_REPORT;
        long lastUse = System.nanoTime();
        while (!closed) {
            LockSupport.parkNanos(PATIENCE.toNanos());
            Running now = running;
            try {
                lastUse = keepAlive(lastUse);
            } catch (ServerException e) {
                return;
            }
            if (now == null || now.duration().compareTo(PATIENCE) < 0) {
                continue;
            }
            if (!now.equals(seen)) {
                seen = now;
                shown = Set.of();
                nextReport = FIRST_REPORT;
            }
            try {
                shown = showBlockers(now, shown);
                if (now.duration().compareTo(nextReport) >= 0) {
                    listener.running(now.migration(), now.statement(), now.duration(), progress());
                    nextReport = now.duration().plus(LATER_REPORTS);
                }
            } catch (ServerException e) {
                return; // The session is gone and with it the lock, which is checked before the next migration.
            }
        }
    }

    /** Keeps what stands between from ending the connection as idle. Returns when it was used last. */
    private long keepAlive(long lastUse) {
        long now = System.nanoTime();
        if (now - lastUse < longestIdle.toNanos()) {
            return lastUse;
        }
        synchronized (connection) {
            connection.ours().query("SELECT true", row -> true);
        }
        return now;
    }

    private Set<Integer> showBlockers(Running now, Set<Integer> shown) {
        List<Blocker> blockers = blockers();
        Set<Integer> pids = new HashSet<>(blockers.stream().map(Blocker::pid).toList());
        if (!pids.isEmpty() && !pids.equals(shown)) {
            listener.blocked(now.migration(), now.statement(), blockers);
        }
        return pids.isEmpty() ? shown : pids;
    }

    private List<Blocker> blockers() {
        synchronized (connection) {
            return Blocker.query(connection, "unnest(pg_blocking_pids(?))", workerPid);
        }
    }

    private String progress() {
        synchronized (connection) {
            return connection
                    .ours()
                    .queryOne("""
                        SELECT phase || CASE WHEN blocks_total > 0
                            THEN ', ' || (100 * blocks_done / blocks_total) || ' %' ELSE '' END
                        FROM pg_stat_progress_create_index WHERE pid = ?\
                        """, row -> row.getString(1), workerPid)
                    .orElse("");
        }
    }
}
