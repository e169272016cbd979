/**
 * SQL text to statements with positions: the entry to the lexer and the parser.
 */
@NullMarked
package dev.pgmigrate.sql;

import org.jspecify.annotations.NullMarked;
