/** Rules about lost data and readers that break. */
@NullMarked
package dev.pgmigrate.lint.rules.destructive;

import org.jspecify.annotations.NullMarked;
