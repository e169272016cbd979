package dev.pgmigrate.sql.ast;

/** One SQL statement, from its first token to its last; the semicolon is not part of it. */
public interface Statement extends Node {
    StatementKind kind();
}
