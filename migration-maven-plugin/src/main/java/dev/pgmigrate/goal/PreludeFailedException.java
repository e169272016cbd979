package dev.pgmigrate.goal;

import dev.pgmigrate.failure.ExplainedException;
import dev.pgmigrate.proof.ReplayFailure;

/** Says that a statement of the prelude, which runs before the first migration, failed. */
public final class PreludeFailedException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    private final transient ReplayFailure failure;

    PreludeFailedException(ReplayFailure failure) {
        super("The prelude fails: " + failure.file().path() + ":"
                + failure.file().source().position(failure.place().start()) + " " + failure.reason());
        this.failure = failure;
    }

    public ReplayFailure failure() {
        return failure;
    }
}
