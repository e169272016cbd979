/**
 * What several rules look for: tables that others use, locks that are held, the shapes of blocks, edits of statements.
 */
@NullMarked
package dev.pgmigrate.lint.evidence;

import org.jspecify.annotations.NullMarked;
