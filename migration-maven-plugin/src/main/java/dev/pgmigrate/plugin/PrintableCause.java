package dev.pgmigrate.plugin;

import dev.pgmigrate.report.Printable;
import org.jspecify.annotations.Nullable;

/** Stands for an exception in the stack trace that Maven prints at {@code -e}, whose messages come from anywhere. */
final class PrintableCause extends Exception {
    private static final long serialVersionUID = 1L;

    private PrintableCause(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static PrintableCause of(Throwable error) {
        Throwable cause = error.getCause();
        PrintableCause printable =
                new PrintableCause(Printable.line(error.toString()), cause == null ? null : of(cause));
        printable.setStackTrace(error.getStackTrace());
        return printable;
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // The name of this class is not to stand before that of the other.
    public String toString() {
        return String.valueOf(getMessage());
    }
}
