package dev.pgmigrate.sql.parser;

/** Leaves a statement at its first error; caught by whoever began the statement. */
public final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SyntaxError error;

    SyntaxException(SyntaxError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    public SyntaxError error() {
        return error;
    }
}
