package dev.pgmigrate.goal;

import dev.pgmigrate.failure.ExplainedException;

/**
 * Says that what is accepted cannot be determined: the file of known findings is broken, or the git reference does not
 * exist.
 */
public final class AcceptanceException extends ExplainedException {
    private static final long serialVersionUID = 1;

    AcceptanceException(String message) {
        super(message);
    }

    AcceptanceException(String message, Throwable cause) {
        super(message, cause);
    }
}
