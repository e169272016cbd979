/**
 * The linter: the rule contract, what a rule is told, findings, suppressions and the run that joins them.
 */
@NullMarked
package dev.pgmigrate.lint;

import org.jspecify.annotations.NullMarked;
