package dev.pgmigrate.goal;

import dev.pgmigrate.failure.ExplainedException;
import org.jspecify.annotations.Nullable;

/** Says why a database cannot be used as a scratch database. */
public final class ScratchException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    ScratchException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
