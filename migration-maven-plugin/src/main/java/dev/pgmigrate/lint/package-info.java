/** The linter: the contract of a rule, its context, findings, suppressions and the run that combines them. */
@NullMarked
package dev.pgmigrate.lint;

import org.jspecify.annotations.NullMarked;
