/**
 * The start of a history for a database that was there before it.
 */
@NullMarked
package dev.pgmigrate.apply.baseline;

import org.jspecify.annotations.NullMarked;
