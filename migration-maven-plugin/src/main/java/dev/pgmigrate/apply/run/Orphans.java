package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.history.AdvisoryLock;
import dev.pgmigrate.server.Blocker;
import dev.pgmigrate.server.ServerConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The sessions of earlier runs that are still working although their client is gone.
 *
 * <p>A server that does not check on its client continues with a statement until it has something to send (manual, 20.3
 * "client_connection_check_interval"). The lock of that run is free by then, but its statement must not run alongside
 * ours.
 */
final class Orphans {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ServerConnection worker;
    private final String prefix;

    /** Returns those of the runs with the lock's key, and marks {@code worker} as one of them. */
    Orphans(ServerConnection worker, long key) {
        this.worker = worker;
        this.prefix = "pgmigrate " + Long.toHexString(key) + " ";
        worker.name(prefix + Long.toHexString(ThreadLocalRandom.current().nextLong()));
    }

    /**
     * Waits until there are none, or ends them if the listener says so.
     *
     * @throws OrphanException if one is still working after {@code limit}
     */
    void await(Duration limit, MigratorListener listener) {
        long start = System.nanoTime();
        for (List<Blocker> working = working(); !working.isEmpty(); working = working()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (waited.compareTo(limit) >= 0) {
                throw new OrphanException(working.get(0), waited);
            }
            for (Blocker orphan : working) {
                if (listener.endsOrphan(orphan, waited)) {
                    worker.ours().query("SELECT pg_terminate_backend(?)", row -> true, orphan.pid());
                }
            }
            AdvisoryLock.pause(PAUSE.toMillis());
        }
    }

    /** Every open transaction holds a lock on its own number, which every role may see. */
    private List<Blocker> working() {
        return Blocker.query(worker, """
            (SELECT o.pid FROM pg_stat_activity o
             WHERE o.datname = current_database() AND o.pid <> pg_backend_pid() AND starts_with(o.application_name, ?)
               AND EXISTS (SELECT FROM pg_locks l WHERE l.pid = o.pid AND l.locktype = 'virtualxid'))""", prefix);
    }
}
