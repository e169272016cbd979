package dev.pgmigrate.sql.lexer;

import dev.pgmigrate.sql.SourceRange;

/**
 * What the scanner refuses, in PostgreSQL's words.
 *
 * @param message the server's message
 * @param range where the server points to
 */
public record ScanProblem(String message, SourceRange range) {}
