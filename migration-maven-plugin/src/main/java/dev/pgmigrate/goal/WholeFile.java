package dev.pgmigrate.goal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes files so that no reader ever sees a partial one. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes the text to the file that it is given. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path file) throws IOException;
    }

    /**
     * Has {@code content} written beside {@code file}, then replaces the file in one step; on failure the file is
     * unchanged.
     */
    public static void write(Path file, Content content) throws IOException {
        // Two builds may write the same file at the same time.
        Path aside = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            content.writeTo(aside);
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
