package dev.pgmigrate.migration;

/** How a migration runs: in one transaction of its own, or statement by statement without one. */
public enum TransactionMode {
    TRANSACTION,
    NONE
}
