package dev.pgmigrate.goal;

/** Ends a goal that could not continue, with a result that holds everything known so far. */
public final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Result result;
    private final RuntimeException reason;

    StoppedException(Result result, RuntimeException reason) {
        super(reason.getMessage(), reason);
        this.result = result;
        this.reason = reason;
    }

    public Result result() {
        return result;
    }

    /** Returns what stopped the goal. */
    public RuntimeException reason() {
        return reason;
    }
}
