package dev.pgmigrate.server;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * How long SQL of ours waits where somebody has locked what it reads or writes, such as the history.
 *
 * @param limit after which it gives up
 * @param waiting told who is waited for and for how long, after every try
 */
public record LockWaits(Duration limit, BiConsumer<List<Blocker>, Duration> waiting) {
    /** As long as it waits for another session that changes the history, and tells nobody. */
    public static final LockWaits DEFAULT = new LockWaits(Duration.ofMinutes(5), (blockers, waited) -> {});

    /** How long one try waits: between two, the session itself asks who is in its way, so that no second one is needed. */
    static final Duration TRY = Duration.ofSeconds(1);

    /**
     * Does {@code work} until it is not in want of a lock.
     *
     * @param blockers asks for the sessions that are in its way
     * @throws LockWaitException if it is after {@link #limit}
     */
    <T> T until(Supplier<T> work, Supplier<List<Blocker>> blockers) {
        long start = System.nanoTime();
        while (true) {
            try {
                return work.get();
            } catch (ServerException e) {
                if (!e.isLockTimeout()) {
                    throw e;
                }
                Duration waited = Duration.ofNanos(System.nanoTime() - start);
                List<Blocker> found = blockers.get();
                if (waited.compareTo(limit) >= 0) {
                    throw new LockWaitException(found, waited, e);
                }
                waiting.accept(found, waited);
            }
        }
    }
}
