package dev.pgmigrate.migration;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Reads the text of a file as UTF-8 without its byte order mark, or finds out why it is not UTF-8. */
final class FileText {
    private static final String SAVE_AS_UTF8 = "Save the file as UTF-8.";

    private final Path file;
    private final String path;
    private final MigrationFolders folders;

    FileText(Path file, String path, MigrationFolders folders) {
        this.file = file;
        this.path = path;
        this.folders = folders;
    }

    /** Says why there is no text. */
    static final class Rejected extends Exception {
        private static final long serialVersionUID = 1;

        private final transient RejectedFile rejectedFile;

        Rejected(RejectedFile rejectedFile) {
            super(rejectedFile.message(), null, false, false);
            this.rejectedFile = rejectedFile;
        }

        RejectedFile rejectedFile() {
            return rejectedFile;
        }
    }

    SourceText read() throws Rejected {
        try {
            requireOrdinary();
            return text();
        } catch (IOException e) {
            if (Files.isDirectory(file)) {
                throw rejected(
                        "This is a folder, though it is named like a migration.",
                        "Rename it, or move its files one level up.",
                        SourceText.of(""),
                        0);
            }
            String reason = e instanceof AccessDeniedException ? "permission denied" : reason(e);
            throw rejected(
                    "The file cannot be read: " + reason + ".",
                    "Make the file readable for this user.",
                    SourceText.of(""),
                    0);
        }
    }

    private SourceText text() throws IOException, Rejected {
        SourceText text = Files.size(file) > LargeFile.limit() ? large() : small();
        int nul = text.indexOf('\0', 0);
        if (nul >= 0) {
            throw rejected(
                    "The file contains a NUL byte, which PostgreSQL does not accept in a statement.",
                    "Remove the NUL byte; the file may be truncated, or not be text.",
                    text,
                    nul);
        }
        return text;
    }

    private SourceText small() throws IOException, Rejected {
        try {
            return withoutMark(Files.readString(file)); // the bytes of a text without umlauts are not copied
        } catch (CharacterCodingException e) {
            SourceText text = withoutMark(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            throw whyNotUtf8(FilePages.of(file, path), text);
        }
    }

    private static SourceText withoutMark(String text) {
        return SourceText.of(text.startsWith(SourceText.BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    private SourceText large() throws IOException, Rejected {
        if (Files.size(file) > Integer.MAX_VALUE) {
            throw rejected(
                    "The file has " + (Files.size(file) >> 20) + " MB; a migration can have 2,047.",
                    "Split it into several migrations.",
                    SourceText.of(""),
                    0);
        }
        FilePages pages = FilePages.of(file, path);
        if (pages.malformedAt() >= 0) {
            throw whyNotUtf8(pages, SourceText.of(pages));
        }
        return SourceText.of(pages);
    }

    /**
     * Refuses anything that is not a file of these folders. Reading a pipe or a device might never end, and a link could
     * expose lines of any file of this user in a report.
     */
    private void requireOrdinary() throws IOException, Rejected {
        if (Files.isSymbolicLink(file) && !isInFolders(file.toRealPath())) {
            throw rejected(
                    "This is a link to a file outside the migration folders.",
                    "Copy the file here, or add its folder to <locations>.",
                    SourceText.of(""),
                    0);
        }
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            throw rejected(
                    "This is a pipe, a socket or a device, though it is named like a migration.",
                    "Remove it.",
                    SourceText.of(""),
                    0);
        }
    }

    private boolean isInFolders(Path real) throws IOException {
        for (Path location : folders.locations()) {
            Path rollbacks = folders.rollbackFolder(location);
            if (real.startsWith(location.toRealPath())
                    || (Files.isDirectory(rollbacks) && real.startsWith(rollbacks.toRealPath()))) {
                return true;
            }
        }
        return false;
    }

    private static String reason(IOException e) {
        @Nullable String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private Rejected whyNotUtf8(FilePages readable, SourceText text) throws IOException {
        long offset = readable.malformedAt();
        try (FileChannel channel = FileChannel.open(file)) {
            String first = HexFormat.of().formatHex(PageIndex.bytes(channel, 0, 2));
            if (first.equals("fffe") || first.equals("feff")) {
                return rejected("The file is UTF-16, not UTF-8.", SAVE_AS_UTF8, SourceText.of(""), 0);
            }
            String message = "The file is not UTF-8: byte 0x%s at offset %d does not belong there."
                    .formatted(HexFormat.of().withUpperCase().formatHex(PageIndex.bytes(channel, offset, 1)), offset);
            return rejected(message, SAVE_AS_UTF8, text, readable.length());
        }
    }

    private Rejected rejected(String message, String advice, SourceText text, int index) {
        SourceRange range = new SourceRange(index, Math.min(text.length(), index + 1));
        return new Rejected(new RejectedFile(file, path, message, advice, text, range));
    }
}
