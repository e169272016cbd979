package dev.pgmigrate.server;

import dev.pgmigrate.failure.ExplainedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why a disposable PostgreSQL could not be unpacked, started or stopped. */
public final class DisposablePostgresException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    /** What was being done. */
    public enum Step {
        /** The jar was read and its archive unpacked. */
        UNPACK,
        /** An account other than root was sought, since PostgreSQL refuses to run as root. */
        DROP_ROOT,
        /** The data folder was made. */
        INIT,
        /** The server was started. */
        START,
        /** The server was stopped. */
        STOP
    }

    private final Step step;
    private final transient List<String> output;

    DisposablePostgresException(Step step, String message, List<String> output, @Nullable Throwable cause) {
        super(message, cause);
        this.step = step;
        this.output = List.copyOf(output);
    }

    public Step step() {
        return step;
    }

    /** Returns the last lines that the program wrote, oldest first. */
    public List<String> output() {
        return output;
    }
}
