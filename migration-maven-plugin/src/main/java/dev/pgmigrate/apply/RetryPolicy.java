package dev.pgmigrate.apply;

import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.postgres.SqlState;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When to retry a migration that was rolled back completely: only if it timed out waiting for a lock.
 *
 * @param tries the maximum number of attempts, including the first one
 * @param firstPause the pause after the first attempt; it doubles from there
 * @param longestPause the limit of the doubling
 */
public record RetryPolicy(int tries, Duration firstPause, Duration longestPause) {
    public static final RetryPolicy DEFAULT = new RetryPolicy(10, Duration.ofSeconds(1), Duration.ofSeconds(60));

    /** An attempt that did more work than this before it failed is not repeated. */
    private static final Duration SHORT = Duration.ofMinutes(1);

    private static final Set<String> STATES =
            Set.of(SqlState.LOCK_NOT_AVAILABLE, SqlState.DEADLOCK_DETECTED, SqlState.SERIALIZATION_FAILURE);

    /** Returns whether attempt number {@code done}, which took {@code duration}, is followed by another one. */
    public boolean again(ServerError error, int done, Duration duration) {
        return done < tries && STATES.contains(error.sqlState()) && duration.compareTo(SHORT) < 0;
    }

    /**
     * Returns the pause after attempt number {@code done}, with jitter, so that several waiting runs do not retry in
     * step.
     */
    public Duration pauseAfter(int done) {
        long doubled = firstPause.toMillis() << Math.min(done - 1, 20);
        long most = Math.max(1, Math.min(doubled, longestPause.toMillis()));
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }
}
