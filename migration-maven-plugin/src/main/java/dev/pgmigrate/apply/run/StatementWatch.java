package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.ScriptStep;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.server.Blocker;
import dev.pgmigrate.server.ConnectException;
import dev.pgmigrate.server.SameServer;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.server.ServerNotice;
import dev.pgmigrate.sql.SourceRange;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Watches a long-running statement from a thread and a session of its own: who blocks it, and how far it has got.
 *
 * <p>It uses the connection that holds the advisory lock, and keeps it alive.
 */
final class StatementWatch implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final Duration FIRST_REPORT = Duration.ofSeconds(10);
    private static final Duration LATER_REPORTS = Duration.ofSeconds(30);
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(30);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final ServerConnection worker;
    private final int workerPid;
    private final ServerConnection lockHolder;
    private volatile ServerConnection connection;
    private final MigratorListener listener;
    private final Duration longestIdle;
    private final Thread thread;
    private volatile @Nullable Running running;
    private volatile boolean closed;

    /** What runs: a statement, or what is written to the history where that is null, or one of those sent ahead. */
    private record Running(Migration migration, @Nullable SourceRange statement, List<ScriptStep> sent, long since) {
        Duration duration() {
            return Duration.ofNanos(System.nanoTime() - since);
        }
    }

    private StatementWatch(
            ServerConnection worker, ServerConnection connection, MigratorListener listener, Duration longestIdle) {
        this.worker = worker;
        this.workerPid = worker.backendPid();
        this.lockHolder = connection;
        this.connection = connection;
        this.listener = listener;
        this.longestIdle = longestIdle;
        this.thread = new Thread(this::watch, "migrate-statement-watch");
    }

    /** Begins to watch the session of {@code worker} from {@code connection}, which it locks for each use. */
    static StatementWatch over(ServerConnection worker, ServerConnection connection, MigratorListener listener) {
        return over(worker, connection, listener, LONGEST_IDLE);
    }

    /** Like the other constructor, but uses the connection at least every {@code longestIdle}. */
    static StatementWatch over(
            ServerConnection worker, ServerConnection connection, MigratorListener listener, Duration longestIdle) {
        StatementWatch watch = new StatementWatch(worker, connection, listener, longestIdle);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    void begin(Migration migration, SourceRange statement) {
        running = new Running(migration, statement, List.of(), System.nanoTime());
    }

    /**
     * As the other, of the first of several statements that are sent at once; which of them runs, as long as none is
     * answered, the server has to say.
     */
    void begin(Migration migration, List<ScriptStep> sent) {
        running = new Running(migration, sent.isEmpty() ? null : sent.get(0).range(), sent, System.nanoTime());
    }

    /** As the other, of what is written to the history for a migration. */
    void beginOwn(Migration migration) {
        running = new Running(migration, null, List.of(), System.nanoTime());
    }

    void end() {
        running = null;
    }

    /** Passes on the server's messages while a statement of a file runs; messages about our own SQL are dropped. */
    void noticed(ServerNotice notice) {
        Running now = running;
        SourceRange statement = now == null ? null : now.statement();
        if (now != null && statement != null) {
            listener.noticed(now.migration(), statement, notice);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(LONGEST_END.toMillis());
            // A process of the server that hangs would be waited for.
            if (connection != lockHolder || thread.isAlive()) {
                connection.abort();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        Look look = new Look(null, Set.of(), FIRST_REPORT, false);
        long lastUse = System.nanoTime();
        while (!closed) {
            LockSupport.parkNanos(PATIENCE.toNanos());
            try {
                lastUse = keepAlive(lastUse);
                Running now = running;
                if (now != null && now.duration().compareTo(PATIENCE) >= 0) {
                    look = look(now, now.equals(look.at()) ? look : new Look(now, Set.of(), FIRST_REPORT, false));
                }
            } catch (ServerException e) {
                // The lock is lost with the session, which is checked before anything is committed.
                lastUse = System.nanoTime();
                connectAgain();
            }
        }
    }

    /**
     * The observations about a statement.
     *
     * @param shown the processes that were reported as blocking it
     * @param nextReport the run time at which it is reported again
     * @param idle whether the server was idle at the last look
     */
    private record Look(@Nullable Running at, Set<Integer> shown, Duration nextReport, boolean idle) {}

    private Look look(Running now, Look before) {
        Set<Integer> shown = showBlockers(now, before.shown());
        if (now.duration().compareTo(before.nextReport()) < 0) {
            return new Look(now, shown, before.nextReport(), before.idle());
        }
        boolean idle = isIdle();
        if (idle && before.idle() && now.equals(running)) {
            listener.answerLost(now.migration(), now.statement(), now.duration());
            worker.abort();
        } else if (!idle) {
            listener.running(now.migration(), statementOf(now), now.duration(), progress());
        }
        Duration next = idle ? FIRST_REPORT : LATER_REPORTS;
        return new Look(now, shown, now.duration().plus(next), idle);
    }

    /** Returns whether the worker's session is idle or gone while the worker is waiting for an answer. */
    private boolean isIdle() {
        ServerConnection asked = connection;
        synchronized (asked) {
            return asked.ours()
                    .queryOne(
                            "SELECT coalesce(bool_and(state LIKE 'idle%'), true) FROM pg_stat_activity WHERE pid = ?",
                            row -> row.getBoolean(1), workerPid)
                    .orElse(true);
        }
    }

    /** Returns the statement that the server is at, of which it keeps only so much (manual, 27.2.3 "pg_stat_activity"). */
    private @Nullable SourceRange statementOf(Running now) {
        if (now.sent().size() < 2) {
            return now.statement();
        }
        ServerConnection asked = connection;
        synchronized (asked) {
            String shown = asked.ours()
                    .queryOne("SELECT query FROM pg_stat_activity WHERE pid = ?", row -> row.getString(1), workerPid)
                    .orElse("");
            return now.sent().stream()
                    .filter(step -> step.sql().startsWith(shown))
                    .min(Comparator.comparingInt(step -> step.sql().length()))
                    .map(ScriptStep::range)
                    .orElse(null);
        }
    }

    /** Gives the worker up if the server cannot be reached on any connection. */
    private void connectAgain() {
        long start = System.nanoTime();
        while (!closed) {
            try {
                connection = ServerConnection.open(SameServer.of(worker).with("socketTimeout", "20"));
                return;
            } catch (ConnectException e) {
                Running now = running;
                Duration silence = Duration.ofNanos(System.nanoTime() - start);
                if (now != null && silence.compareTo(LONGEST_SILENCE) >= 0) {
                    listener.answerLost(now.migration(), now.statement(), now.duration());
                    worker.abort();
                    return;
                }
                LockSupport.parkNanos(PATIENCE.toNanos());
            }
        }
    }

    /** Keeps network devices from dropping the connection as idle. Returns when it was last used. */
    private long keepAlive(long lastUse) {
        long now = System.nanoTime();
        if (now - lastUse < longestIdle.toNanos()) {
            return lastUse;
        }
        ServerConnection asked = connection;
        synchronized (asked) {
            asked.ours().query("SELECT true", row -> true);
        }
        return now;
    }

    private Set<Integer> showBlockers(Running now, Set<Integer> shown) {
        List<Blocker> blockers = blockers();
        Set<Integer> pids = new HashSet<>(blockers.stream().map(Blocker::pid).toList());
        if (!pids.isEmpty() && !pids.equals(shown)) {
            listener.blocked(now.migration(), statementOf(now), blockers);
        }
        return pids.isEmpty() ? shown : pids;
    }

    private List<Blocker> blockers() {
        ServerConnection asked = connection;
        synchronized (asked) {
            return Blocker.query(asked, "unnest(pg_blocking_pids(?))", workerPid);
        }
    }

    private String progress() {
        ServerConnection asked = connection;
        synchronized (asked) {
            return asked.ours()
                    .queryOne("""
                        SELECT phase || CASE WHEN blocks_total > 0
                            THEN ', ' || (100 * blocks_done / blocks_total) || ' %' ELSE '' END
                        FROM pg_stat_progress_create_index WHERE pid = ?
                        UNION ALL
                        SELECT tuples_processed || ' rows, ' || pg_size_pretty(bytes_processed)
                        FROM pg_stat_progress_copy WHERE pid = ?""", row -> row.getString(1), workerPid, workerPid)
                    .orElse("");
        }
    }
}
