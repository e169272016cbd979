package dev.pgmigrate.goal;

/** A file of known findings cannot be read or written. */
public final class KnownFindingsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    KnownFindingsException(String message) {
        super(message);
    }

    KnownFindingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
