package dev.pgmigrate.sql;

import java.util.Arrays;

/**
 * A file's text, and the lines in it.
 *
 * <p>Lines end at LF, CR LF or a lone CR, as in PostgreSQL's scanner.
 */
public final class SourceText {
    /** What some editors begin a file in UTF-8 with; it is no part of its text. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String text;
    private volatile int[] lineStarts = {};

    private SourceText(String text) {
        this.text = text;
    }

    public static SourceText of(String text) {
        return new SourceText(text);
    }

    public String text() {
        return text;
    }

    public String text(SourceRange range) {
        return text.substring(range.start(), range.end());
    }

    /** Returns the line and column of the UTF-16 index {@code index}; of the end where it is behind it. */
    public Position position(int index) {
        int place = Math.min(index, text.length());
        int[] starts = lineStarts();
        int found = Arrays.binarySearch(starts, place);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, text.codePointCount(starts[line], place) + 1);
    }

    public int lineCount() {
        return lineStarts().length;
    }

    /** Returns the text of a line, counted from 1, without what ends it. */
    public String line(int lineNumber) {
        int[] starts = lineStarts();
        int start = starts[lineNumber - 1];
        int end = lineNumber < starts.length ? starts[lineNumber] : text.length();
        while (end > start && isLineEnd(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** Computed when the first position is asked for: most files are never asked. */
    private int[] lineStarts() {
        if (lineStarts.length == 0) {
            lineStarts = findLineStarts();
        }
        return lineStarts;
    }

    private int[] findLineStarts() {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLineEnd(c) || (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n')) {
                continue;
            }
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = i + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
