/**
 * Tokens to the syntax tree: one parser a statement family.
 */
@NullMarked
package dev.pgmigrate.sql.parser;

import org.jspecify.annotations.NullMarked;
