/**
 * What rules of several categories look for: tables that others use, locks that are held, columns that are used, edits of
 * statements.
 */
@NullMarked
package dev.pgmigrate.lint.evidence;

import org.jspecify.annotations.NullMarked;
