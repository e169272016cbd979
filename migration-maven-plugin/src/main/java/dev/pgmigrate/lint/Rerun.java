package dev.pgmigrate.lint;

/** Whether a file must survive a second run on its own, or the history is trusted to prevent one. */
public enum Rerun {
    /** Idempotency findings keep their severity. */
    REQUIRED,
    /** Idempotency findings are warnings at most. */
    TRACKED
}
