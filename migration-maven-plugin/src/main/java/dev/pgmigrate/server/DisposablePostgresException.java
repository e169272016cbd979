package dev.pgmigrate.server;

import dev.pgmigrate.failure.ExplainedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why a disposable PostgreSQL could not be unpacked, started or stopped. */
public final class DisposablePostgresException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    /** The step that failed. */
    public enum Step {
        /** Reading the jar and unpacking its archive. */
        UNPACK,
        /** Finding an account other than root, since PostgreSQL refuses to run as root. */
        DROP_ROOT,
        /** Creating the data folder. */
        INIT,
        /** Starting the server. */
        START,
        /** Being there until it is stopped. */
        RUN,
        /** Stopping the server. */
        STOP
    }

    private final Step step;
    private final transient List<String> output;

    public DisposablePostgresException(Step step, String message, List<String> output, @Nullable Throwable cause) {
        super(message, cause);
        this.step = step;
        this.output = List.copyOf(output);
    }

    public Step step() {
        return step;
    }

    /** Returns the last lines of the program's output, oldest first. */
    public List<String> output() {
        return output;
    }
}
