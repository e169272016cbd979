package dev.pgmigrate.proof;

/** Where the rows come from that tables have while migrations are proved. */
public enum TestRows {
    /** Tables that no seed and no migration fills get rows that are made up from the catalog. */
    GENERATED,
    /** Only seeds and migrations fill tables. */
    NONE
}
