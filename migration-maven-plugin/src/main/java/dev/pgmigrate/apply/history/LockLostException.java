package dev.pgmigrate.apply.history;

import dev.pgmigrate.failure.ExplainedException;
import org.jspecify.annotations.Nullable;

/** Says that the session that held the lock is gone, so that another applier may be at work now. */
public final class LockLostException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    public LockLostException(@Nullable Throwable cause) {
        super(
                "The session that held the lock was ended, so nothing more was applied. What was applied before is"
                        + " in the history; run this again.",
                cause);
    }
}
