package dev.pgmigrate.apply.plan;

import java.util.Locale;

/** How a migration's file compares with its row in the history. */
public enum MigrationState {
    /** A file without a row. */
    PENDING(true),
    /** A file and a row that agree. */
    APPLIED(false),
    /** A file that counts as applied, because the database is older than the history. */
    BASELINE(false),
    /** A file whose text is not what was applied. */
    CHANGED(false),
    /** A row without a file, older than the newest file. */
    MISSING(false),
    /** A row without a file, newer than the newest file: these files are of an older release. */
    FUTURE(false),
    /** A file without a row, older than the newest row. */
    OUT_OF_ORDER(true),
    /** A row that records a failure. */
    FAILED(true),
    /** A file that was applied and rolled back. */
    REVERTED(true),
    /** Applied by another tool, after its history was adopted. */
    ELSEWHERE(false);

    private final boolean pending;

    MigrationState(boolean pending) {
        this.pending = pending;
    }

    /** Returns whether applying is what comes next. */
    public boolean isPending() {
        return pending;
    }

    /** Returns the state as reports write it: {@code out-of-order}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
