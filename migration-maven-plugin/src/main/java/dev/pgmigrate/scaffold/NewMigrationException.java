package dev.pgmigrate.scaffold;

import dev.pgmigrate.failure.ExplainedException;

/**
 * Says in one sentence why no file was written, and what to do.
 *
 * <p>The text is made here rather than at the edge, because the goal and the archetype have to say the same.
 */
public sealed class NewMigrationException extends ExplainedException permits MissingValueException {
    private static final long serialVersionUID = 1;

    NewMigrationException(String message) {
        super(message);
    }
}
