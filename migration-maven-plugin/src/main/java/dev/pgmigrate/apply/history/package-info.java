/**
 * The record, inside a database, of what was applied to it, and the lock of whoever changes it.
 */
@NullMarked
package dev.pgmigrate.apply.history;

import org.jspecify.annotations.NullMarked;
