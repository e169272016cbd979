package dev.pgmigrate.apply.history;

import dev.pgmigrate.failure.ExplainedException;

/** Says that another session applied a migration, or rolled it back, while this one was at it. */
public final class ChangedMeanwhileException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    ChangedMeanwhileException(String version, Throwable cause) {
        super(
                "Another session applied migration " + version + " or rolled it back while this one worked on it: the"
                        + " transaction of this one is rolled back. Two runs changed the history at the same time, so"
                        + " look for a pooler in transaction mode before the database.",
                cause);
    }
}
