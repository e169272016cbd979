package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;

/**
 * What PostgreSQL would refuse in a text.
 *
 * @param message the server's words, such as {@code syntax error at or near "form"}
 * @param range the token that it points to; empty where it points nowhere or behind the end
 */
public record SyntaxError(String message, SourceRange range) {}
