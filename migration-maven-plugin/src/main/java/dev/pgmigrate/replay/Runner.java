package dev.pgmigrate.replay;

/** Who will run the files; it decides what is inside a transaction. */
public enum Runner {
    /** {@code migrate:apply}: one transaction a file, none for files of mode none. */
    MIGRATE,
    /** Flyway: one transaction a file; files whose every statement forbids one run without. */
    FLYWAY,
    /** Liquibase with formatted SQL: one transaction a changeset unless it says {@code runInTransaction:false}. */
    LIQUIBASE,
    /** The Supabase CLI: each file is one batch, which the server treats as one transaction. */
    SUPABASE,
    /** {@code psql -f}: every statement by itself unless the file says {@code BEGIN}. */
    PSQL
}
