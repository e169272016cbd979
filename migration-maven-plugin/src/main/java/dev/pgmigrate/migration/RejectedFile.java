package dev.pgmigrate.migration;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import java.nio.file.Path;

/**
 * A file that is named like a migration or a rollback but cannot be one.
 *
 * @param file the file
 * @param path the path as displayed
 * @param message what is wrong, one sentence
 * @param advice what to do, one sentence
 * @param source as much of the text as could be read
 * @param range where in {@code source}
 */
public record RejectedFile(
        Path file, String path, String message, String advice, SourceText source, SourceRange range) {}
