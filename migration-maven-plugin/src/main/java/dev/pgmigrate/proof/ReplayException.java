package dev.pgmigrate.proof;

/** Carries a failure out of the file that it happened in. */
final class ReplayException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ReplayFailure failure;

    ReplayException(ReplayFailure failure) {
        super(failure.reason());
        this.failure = failure;
    }

    ReplayFailure failure() {
        return failure;
    }
}
