/**
 * The bodies of functions, procedures and {@code DO}: PL/pgSQL as a tree, with the SQL inside it at its place in the file.
 */
@NullMarked
package dev.pgmigrate.sql.plpgsql;

import org.jspecify.annotations.NullMarked;
