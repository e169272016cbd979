/** Rows for tables that have none, made up from what the catalog allows. */
@NullMarked
package dev.pgmigrate.proof.rows;

import org.jspecify.annotations.NullMarked;
