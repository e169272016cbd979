package dev.pgmigrate.scaffold;

import dev.pgmigrate.failure.ExplainedException;

/**
 * Says why no file was made, and what to do, in one sentence.
 *
 * <p>The sentence is made here and not at the edge, because two edges, the goal and the archetype, have to say the same.
 */
public sealed class NewMigrationException extends ExplainedException permits MissingValueException {
    private static final long serialVersionUID = 1;

    NewMigrationException(String message) {
        super(message);
    }
}
