/** Rules about transactions, timeouts and session settings. */
@NullMarked
package dev.pgmigrate.lint.rules.transaction;

import org.jspecify.annotations.NullMarked;
