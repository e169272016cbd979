package dev.pgmigrate.lint;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file that a fix writes: one that is not there, or holds comments only, which stay.
 *
 * @param file the file
 * @param path the file as people read it
 * @param text all of its text, which is made when it is asked for
 */
public record NewFile(Path file, String path, Supplier<String> text) {
    /** The text follows from the folder, so that two findings of the same are equal without it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NewFile written && file.equals(written.file);
    }

    @Override
    public int hashCode() {
        return file.hashCode();
    }
}
