/**
 * Text to tokens, exactly as PostgreSQL's scan.l makes them.
 */
@NullMarked
package dev.pgmigrate.sql.lexer;

import org.jspecify.annotations.NullMarked;
