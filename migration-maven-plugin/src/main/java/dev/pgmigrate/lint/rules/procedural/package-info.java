/** Rules about {@code DO} blocks, guards and dynamic SQL. */
@NullMarked
package dev.pgmigrate.lint.rules.procedural;

import org.jspecify.annotations.NullMarked;
