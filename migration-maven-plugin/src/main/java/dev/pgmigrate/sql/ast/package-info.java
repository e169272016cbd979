/**
 * The syntax tree: one sealed family a file, named as in PostgreSQL's grammar.
 */
@NullMarked
package dev.pgmigrate.sql.ast;

import org.jspecify.annotations.NullMarked;
