package dev.pgmigrate.goal;

import dev.pgmigrate.failure.ExplainedException;
import org.jspecify.annotations.Nullable;

/** Says which seed cannot be used, and why. */
public final class SeedException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    SeedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
