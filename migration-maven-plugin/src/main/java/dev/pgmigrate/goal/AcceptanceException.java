package dev.pgmigrate.goal;

import dev.pgmigrate.failure.ExplainedException;

/** What is accepted for now cannot be told: a file of known findings that is broken, a git reference that is not there. */
public final class AcceptanceException extends ExplainedException {
    private static final long serialVersionUID = 1;

    AcceptanceException(String message) {
        super(message);
    }

    AcceptanceException(String message, Throwable cause) {
        super(message, cause);
    }
}
