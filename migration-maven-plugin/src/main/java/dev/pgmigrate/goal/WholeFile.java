package dev.pgmigrate.goal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes files so that nobody ever reads half of one. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes the text to the file that it is given. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path file) throws IOException;
    }

    /** Has {@code content} written beside {@code file}, and puts that in its place in one step; on failure it stays as it was. */
    public static void write(Path file, Content content) throws IOException {
        // Two builds may write the same file at a time.
        Path aside = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            content.writeTo(aside);
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
