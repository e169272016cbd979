package dev.pgmigrate.plugin;

import dev.pgmigrate.report.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for an exception in the stack trace that Maven prints with {@code -e}, since its messages can contain
 * anything.
 *
 * <p>Its message repeats the one above: Maven appends the messages of all causes to the line of the failure, and leaves
 * out only those that are already there.
 */
final class PrintableCause extends Exception {
    private static final long serialVersionUID = 1L;

    private final String shown;

    private PrintableCause(String said, String shown, @Nullable Throwable cause) {
        super(said, cause);
        this.shown = shown;
    }

    static PrintableCause of(String said, Throwable error) {
        Throwable cause = error.getCause();
        PrintableCause printable =
                new PrintableCause(said, Printable.line(error.toString()), cause == null ? null : of(said, cause));
        printable.setStackTrace(error.getStackTrace());
        return printable;
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // The trace has to name the exception that this one stands in for.
    public String toString() {
        return shown;
    }
}
