package dev.pgmigrate.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells whether the authors of a folder guard their statements against a second run, from the texts alone. */
public final class Guards {
    /** Schemas and extensions are guarded by habit, and by every generator. */
    private static final Pattern GUARD =
            Pattern.compile("(?:\\b(extension|schema))?\\s+if\\s+not\\s+exists\\b", Pattern.CASE_INSENSITIVE);

    private Guards() {}

    /** Tells whether a file in {@code folders} has {@code IF NOT EXISTS} where an author has to think of it. */
    public static boolean areIn(MigrationFolders folders) {
        return folders.locations().stream().anyMatch(Guards::areIn);
    }

    private static boolean areIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sql =
                    files.filter(file -> file.toString().endsWith(".sql")).toList();
            for (Path file : sql) {
                if (Files.isRegularFile(file) && isGuarded(Files.readString(file, StandardCharsets.ISO_8859_1))) {
                    return true;
                }
            }
            return false;
        } catch (IOException | UncheckedIOException e) {
            // Whoever reads the folder for its migrations says what is wrong with it.
            return true;
        }
    }

    private static boolean isGuarded(String text) {
        return GUARD.matcher(text).results().anyMatch(guard -> guard.group(1) == null);
    }
}
