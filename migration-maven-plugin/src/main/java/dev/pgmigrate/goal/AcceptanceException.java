package dev.pgmigrate.goal;

/** What is accepted for now cannot be told: a file of known findings that is broken, a git reference that is not there. */
public final class AcceptanceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    AcceptanceException(String message) {
        super(message);
    }

    AcceptanceException(String message, Throwable cause) {
        super(message, cause);
    }
}
