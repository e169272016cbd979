/**
 * Helpers for rules of several categories: tables in use, locks that are held, columns that are used, edits of
 * statements.
 */
@NullMarked
package dev.pgmigrate.lint.evidence;

import org.jspecify.annotations.NullMarked;
