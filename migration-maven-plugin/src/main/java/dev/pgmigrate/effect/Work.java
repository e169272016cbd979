package dev.pgmigrate.effect;

/** How much of a table a statement has to read or write while it holds its lock, least first. */
public enum Work {
    /** Only the catalog is touched, which takes milliseconds whatever the size. */
    NONE,
    /** The table is read up to its first row, for which the statement is refused. */
    SEARCH,
    /** Every row is read. */
    SCAN,
    /** Every row is read and an index is built. */
    BUILD,
    /** The table is rewritten, with all its indexes. */
    REWRITE;

    /** Returns whether rows are looked for. */
    public boolean reads() {
        return this != NONE;
    }

    /** Returns whether its duration grows with the table. */
    public boolean growsWithTheTable() {
        return compareTo(SEARCH) > 0;
    }
}
