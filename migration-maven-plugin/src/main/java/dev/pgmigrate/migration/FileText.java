package dev.pgmigrate.migration;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                        "",
                        0);
            }
            String reason = e instanceof AccessDeniedException ? "permission denied" : reason(e);
            throw rejected("The file cannot be read: " + reason + ".", "Make the file readable for this user.", "", 0);
        }
    }

    private SourceText text() throws IOException, Rejected {
        String text;
        try {
            text = Files.readString(file); // the bytes of a text without umlauts become the string, and are not copied
        } catch (CharacterCodingException e) {
            throw whyNotUtf8(Files.readAllBytes(file));
        }
        String own = text.startsWith(SourceText.BYTE_ORDER_MARK) ? text.substring(1) : text;
        int nul = own.indexOf('\0');
        if (nul >= 0) {
            throw rejected(
                    "The file contains a NUL byte, which PostgreSQL does not accept in a statement.",
                    "Remove the NUL byte; the file may be truncated, or not be text.",
                    own,
                    nul);
        }
        return SourceText.of(own);
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
                    "",
                    0);
        }
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            throw rejected(
                    "This is a pipe, a socket or a device, though it is named like a migration.", "Remove it.", "", 0);
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

    private Rejected whyNotUtf8(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return rejected("The file is UTF-16, not UTF-8.", SAVE_AS_UTF8, "", 0);
        }
        int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(bytes.length - start);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        decoder.decode(in, out, true);
        String message = "The file is not UTF-8: byte 0x%02X at offset %d does not belong there."
                .formatted(bytes[in.position()] & 0xFF, in.position());
        String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
        return rejected(message, SAVE_AS_UTF8, text, out.flip().length());
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private Rejected rejected(String message, String advice, String text, int index) {
        SourceRange range = new SourceRange(index, Math.min(text.length(), index + 1));
        return new Rejected(new RejectedFile(file, path, message, advice, SourceText.of(text), range));
    }
}
