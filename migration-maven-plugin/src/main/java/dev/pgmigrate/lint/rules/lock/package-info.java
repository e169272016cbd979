/** Rules about locks, scans and rewrites of tables that are in use. */
@NullMarked
package dev.pgmigrate.lint.rules.lock;

import org.jspecify.annotations.NullMarked;
