/** The start of a history for an existing database. */
@NullMarked
package dev.pgmigrate.apply.baseline;

import org.jspecify.annotations.NullMarked;
