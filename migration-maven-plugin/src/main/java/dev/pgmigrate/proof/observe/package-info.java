/** What a run changed, read from the server: objects, roles, rows and the positions of sequences. */
@NullMarked
package dev.pgmigrate.proof.observe;

import org.jspecify.annotations.NullMarked;
