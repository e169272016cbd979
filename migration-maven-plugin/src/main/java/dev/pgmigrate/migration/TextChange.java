package dev.pgmigrate.migration;

import dev.pgmigrate.sql.SourceRange;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The part of a file that changes its checksum.
 *
 * <p>What the checksum ignores, such as the kind of line ends, is not a change.
 *
 * @param range where the new text is; empty where text was only removed
 * @param firstByte the first byte of it in the file, from 0
 * @param endByte the byte after it
 */
public record TextChange(SourceRange range, int firstByte, int endByte) {
    /** Returns the range in which {@code now} differs from {@code before}; empty if it does not. */
    public static Optional<TextChange> between(String before, String now) {
        CheckedText file = CheckedText.of(now);
        String was = CheckedText.of(before).text();
        String is = file.text();
        if (was.equals(is)) {
            return Optional.empty();
        }
        int most = Math.min(was.length(), is.length());
        int prefix = 0;
        while (prefix < most && was.charAt(prefix) == is.charAt(prefix)) {
            prefix++;
        }
        if (prefix > 0 && Character.isHighSurrogate(is.charAt(prefix - 1))) {
            prefix--;
        }
        int suffix = 0;
        while (suffix < most - prefix && fromEnd(was, suffix) == fromEnd(is, suffix)) {
            suffix++;
        }
        if (suffix > 0 && Character.isLowSurrogate(fromEnd(is, suffix - 1))) {
            suffix--;
        }
        int end = is.length() - suffix;
        SourceRange range = end == prefix
                ? SourceRange.at(file.indexInFile(prefix))
                : new SourceRange(file.indexInFile(prefix), file.indexInFile(end - 1) + 1);
        return Optional.of(new TextChange(range, bytes(now, range.start()), bytes(now, range.end())));
    }

    private static char fromEnd(String text, int back) {
        return text.charAt(text.length() - 1 - back);
    }

    private static int bytes(String text, int end) {
        return text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
    }
}
