/**
 * Rollbacks drafted for people: what the replay knows of a migration, read backwards.
 */
@NullMarked
package dev.pgmigrate.undo;

import org.jspecify.annotations.NullMarked;
