package dev.pgmigrate.apply.history;

import dev.pgmigrate.failure.ExplainedException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says that another session kept changing the same history for longer than the configured wait. */
public final class LockNotObtainedException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    private final Duration waited;
    private final transient AdvisoryLock.@Nullable Holder holder;

    LockNotObtainedException(HistoryTable table, Duration waited, AdvisoryLock.@Nullable Holder holder) {
        super("Another session is changing " + table + ": " + (holder == null ? "it just ended" : holder) + ". Waited "
                + waited.toSeconds() + " s. Run this again when it has finished.");
        this.waited = waited;
        this.holder = holder;
    }

    public Duration waited() {
        return waited;
    }

    public Optional<AdvisoryLock.Holder> holder() {
        return Optional.ofNullable(holder);
    }
}
