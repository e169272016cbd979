package dev.pgmigrate.lint;

import java.util.Locale;

/**
 * The kind of problem that a rule is about; every rule has exactly one, and a severity can be set for a whole category.
 */
public enum Category {
    /** Names, versions, encodings, directives and syntax of the files. */
    FILES,
    /** What breaks when a file runs a second time. */
    IDEMPOTENCY,
    /** Objects that are used before they exist, or created in a surprising order. */
    ORDER,
    /** {@code DO} blocks and dynamic SQL. */
    PROCEDURAL,
    /** Transactions, timeouts and session settings. */
    TRANSACTION,
    /** Locks, scans and rewrites of tables that are in use. */
    LOCK,
    /** Lost data and readers that break. */
    DESTRUCTIVE,
    /** Row-level security and privileges. */
    SECURITY,
    /** Types, keys and names. */
    DESIGN,
    /** What a schema that works can lack, which is looked for on a server and not in the files. */
    HEALTH;

    /** Returns the word that configuration and reports use: {@code lock}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
