/** Rules about types, keys, indexes and names. */
@NullMarked
package dev.pgmigrate.lint.rules.design;

import org.jspecify.annotations.NullMarked;
