package dev.pgmigrate.migration;

import dev.pgmigrate.sql.SourceRange;

/**
 * A comment that begins like a directive but is not one.
 *
 * @param message what is wrong, one sentence
 * @param advice what to do, one sentence
 * @param range where
 */
public record DirectiveProblem(String message, String advice, SourceRange range) {}
