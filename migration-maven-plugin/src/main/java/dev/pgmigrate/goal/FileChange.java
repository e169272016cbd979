package dev.pgmigrate.goal;

import dev.pgmigrate.failure.ExplainedException;
import dev.pgmigrate.sql.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * A file with its new text; one that is not there has an empty text.
 *
 * @param file the file
 * @param path the file as people read it
 * @param before its text when it was read, without the byte order mark
 * @param after its new text
 */
public record FileChange(Path file, String path, String before, String after) {
    /** A file changed since it was read, or cannot be written. */
    public static final class NotWrittenException extends ExplainedException {
        private static final long serialVersionUID = 1;

        NotWrittenException(String message) {
            super(message);
        }
    }

    /**
     * Writes all files, or none: each is checked again before the first one is touched, and replaced in one step.
     *
     * @throws NotWrittenException if one changed in the meantime or cannot be written
     */
    static void write(List<FileChange> changes) {
        for (FileChange change : changes) {
            String now = change.onDisk();
            if (!now.equals(change.before) && !now.equals(SourceText.BYTE_ORDER_MARK + change.before)) {
                throw new NotWrittenException("Nothing was written: " + change.path
                        + " changed while it was being rewritten. Run the goal again.");
            }
            if (Files.exists(change.file) && !Files.isWritable(change.file)) {
                throw new NotWrittenException("Nothing was written: " + change.path + " is not writable.");
            }
        }
        changes.forEach(FileChange::replace);
    }

    /** Returns the change in a form that may be shown, with the texts of these sources where they contain the file. */
    FileChange showing(Map<String, SourceText> sourcesBefore, Map<String, SourceText> sourcesAfter) {
        SourceText shownBefore = sourcesBefore.get(path);
        SourceText shownAfter = sourcesAfter.get(path);
        return new FileChange(
                file,
                path,
                shownBefore == null ? before : shownBefore.text(),
                shownAfter == null ? after : shownAfter.text());
    }

    /** Returns the change with the byte order mark that the file has. */
    FileChange withMark() {
        String mark = onDisk().startsWith(SourceText.BYTE_ORDER_MARK) ? SourceText.BYTE_ORDER_MARK : "";
        return new FileChange(file, path, mark + before, mark + after);
    }

    private String onDisk() {
        try {
            return before.isEmpty() && Files.notExists(file)
                    ? ""
                    : new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new NotWrittenException("Nothing was written: " + path + " can no longer be read: " + e.getMessage());
        }
    }

    private void replace() {
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
                Files.createFile(file);
            }
            Path real = file.toRealPath();
            String mark = onDisk().startsWith(SourceText.BYTE_ORDER_MARK) ? SourceText.BYTE_ORDER_MARK : "";
            WholeFile.write(real, aside -> {
                // Copied first, so that the new file keeps the permissions of the old one.
                Files.copy(real, aside, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                Files.writeString(aside, mark + after);
            });
        } catch (IOException e) {
            throw new NotWrittenException(path + " could not be written: " + e.getMessage()
                    + ". It is unchanged; the files before it were rewritten.");
        }
    }
}
