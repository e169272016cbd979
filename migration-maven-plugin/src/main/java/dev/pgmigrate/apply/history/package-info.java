/** The record of what was applied to a database, kept inside it, and the lock for changing it. */
@NullMarked
package dev.pgmigrate.apply.history;

import org.jspecify.annotations.NullMarked;
