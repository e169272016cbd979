package dev.pgmigrate.replay;

/** Whether a statement runs inside a transaction, and whose. */
public enum TransactionState {
    /** By itself: it commits as it ends. */
    NONE,
    /** Inside the transaction that the runner wraps around the file. */
    RUNNER,
    /** Inside a transaction that the file itself began. */
    FILE;

    public boolean isOpen() {
        return this != NONE;
    }
}
