package dev.pgmigrate.proof;

/** Who runs the migrations of a proof. */
public enum TestRole {
    /** The owner of the database, as hosted services have it: it may make roles, databases and some extensions. */
    OWNER,
    SUPERUSER
}
