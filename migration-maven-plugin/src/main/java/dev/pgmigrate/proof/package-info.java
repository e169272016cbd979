/**
 * Proofs on a disposable server: that migrations apply to an empty database.
 */
@NullMarked
package dev.pgmigrate.proof;

import org.jspecify.annotations.NullMarked;
