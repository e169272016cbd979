package dev.pgmigrate.sql.ast;

/** How long a relation lives and whether it is written to the log. */
public enum Persistence {
    PERMANENT,
    TEMPORARY,
    UNLOGGED
}
