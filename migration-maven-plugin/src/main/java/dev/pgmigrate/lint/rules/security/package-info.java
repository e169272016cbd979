/** Rules about row-level security, privileges and secrets. */
@NullMarked
package dev.pgmigrate.lint.rules.security;

import org.jspecify.annotations.NullMarked;
