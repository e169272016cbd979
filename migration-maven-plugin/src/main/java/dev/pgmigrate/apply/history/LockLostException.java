package dev.pgmigrate.apply.history;

import dev.pgmigrate.failure.ExplainedException;
import org.jspecify.annotations.Nullable;

/** Says that the session which held the lock is gone, so that somebody else may be applying now. */
public final class LockLostException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    public LockLostException(@Nullable Throwable cause) {
        super(
                "The session that held the lock was ended: nothing more is applied. What was applied so far is in the"
                        + " history; run this again.",
                cause);
    }
}
