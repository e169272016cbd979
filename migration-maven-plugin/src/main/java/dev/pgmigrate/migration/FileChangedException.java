package dev.pgmigrate.migration;

import dev.pgmigrate.failure.ExplainedException;
import java.io.IOError;
import java.io.IOException;

/** Says that a large file was changed or removed while it was read. */
public final class FileChangedException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    FileChangedException(String path, IOException cause) {
        super(path + " was changed or removed while it was read. Run this again once nobody writes to it.", cause);
    }

    /** Returns the one that {@code error} was made of, on whichever thread; throws {@code error} if that was another. */
    public static FileChangedException in(IOError error) {
        for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof FileChangedException changed) {
                return changed;
            }
        }
        throw error;
    }
}
