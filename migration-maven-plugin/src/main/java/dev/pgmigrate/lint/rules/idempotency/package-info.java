/** Rules about what breaks when a file runs a second time. */
@NullMarked
package dev.pgmigrate.lint.rules.idempotency;

import org.jspecify.annotations.NullMarked;
