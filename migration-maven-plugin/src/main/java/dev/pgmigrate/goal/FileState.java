package dev.pgmigrate.goal;

import java.util.Locale;

/** What a goal knows about a file: from the files alone, from a proof, or from a database's history. */
public enum FileState {
    /** It is a migration; no database was consulted. */
    READ,
    /** It is named like a migration but cannot be one. */
    REJECTED,
    /** The proof ran it. */
    PASSED,
    /** It was run and failed. */
    FAILED,
    /** It was not reached, because an earlier one failed. */
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
    /** A row of another tool's history that matches no file, or more than one. */
    UNMATCHED,
    UNCLEAR;

    /** Returns the word that reports use, {@code out of order}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
