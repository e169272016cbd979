package dev.pgmigrate.failure;

import org.jspecify.annotations.Nullable;

/**
 * Ends a goal with a message that tells its user what is wrong and what to do.
 *
 * <p>Whoever runs goals shows that message as it is. An exception of any other type is a defect of this tool.
 */
public abstract class ExplainedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected ExplainedException(String message) {
        super(message);
    }

    protected ExplainedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
