/**
 * The contents of a database according to its catalogs, as values that can be compared with those of another database.
 */
@NullMarked
package dev.pgmigrate.schema;

import org.jspecify.annotations.NullMarked;
