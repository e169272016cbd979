package dev.pgmigrate.apply.history;

import dev.pgmigrate.failure.ExplainedException;

/** Says that another session recorded a migration as applied while this one was at it. */
public final class AppliedMeanwhileException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    AppliedMeanwhileException(String version, Throwable cause) {
        super(
                "Another session recorded migration " + version + " as applied while this one worked on it: the"
                        + " transaction of this one is rolled back. Two appliers ran at the same time, so look for a"
                        + " pooler in transaction mode before the database.",
                cause);
    }
}
