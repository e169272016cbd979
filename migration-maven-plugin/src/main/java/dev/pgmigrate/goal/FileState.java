package dev.pgmigrate.goal;

import java.util.Locale;

/** What a goal knows about a file: from the files alone, from a proof, or from a database's history. */
public enum FileState {
    /** It is a migration; no database was asked. */
    READ,
    /** It is named like a migration and cannot be one. */
    REJECTED,
    /** The proof ran it. */
    PASSED,
    /** It was run and failed. */
    FAILED,
    /** Nobody came to it, because an earlier one failed. */
    NOT_RUN,
    PENDING,
    APPLIED,
    BASELINE,
    CHANGED,
    MISSING,
    FUTURE,
    OUT_OF_ORDER,
    REVERTED,
    /** Another tool has applied it. */
    ELSEWHERE,
    /** A row of another tool's history that no file, or more than one, belongs to. */
    UNMATCHED,
    UNCLEAR;

    /** Returns the word that reports use, {@code out of order}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
