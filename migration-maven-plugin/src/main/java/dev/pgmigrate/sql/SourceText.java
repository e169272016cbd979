package dev.pgmigrate.sql;

import java.io.Reader;
import java.util.Arrays;

/**
 * A file's text, and the lines in it.
 *
 * <p>Lines end at LF, CR LF or a lone CR, as in PostgreSQL's scanner.
 */
public final class SourceText {
    /** What some editors begin a file in UTF-8 with; it is no part of its text. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final int BLOCK = 1_024;

    private final String text;
    private volatile int[] lineStarts = {};
    private volatile int[] pairCounts = {};
    private volatile boolean pairsCounted;

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

    /** Returns the text of {@code range} to be read in pieces, without a copy of it. */
    public Reader reader(SourceRange range) {
        return new Part(text, range.start(), range.end());
    }

    /** Reads a part of a string. */
    private static final class Part extends Reader {
        private final String text;
        private final int end;
        private int next;

        Part(String text, int start, int end) {
            this.text = text;
            this.next = start;
            this.end = end;
        }

        @Override
        public int read(char[] target, int offset, int length) {
            int count = Math.min(length, end - next);
            if (count <= 0) {
                return length == 0 ? 0 : -1;
            }
            text.getChars(next, next + count, target, offset);
            next += count;
            return count;
        }

        @Override
        public void close() {
            next = end;
        }
    }

    /** Returns the line and column of the UTF-16 index {@code index}; of the end where it is behind it. */
    public Position position(int index) {
        int place = Math.min(index, text.length());
        int[] starts = lineStarts();
        int line = lineOf(place);
        return new Position(line + 1, place - starts[line] - (pairs(place) - pairs(starts[line])) + 1);
    }

    /** Returns where the line begins that {@code index} is on. */
    public int lineStart(int index) {
        return lineStarts()[lineOf(Math.min(index, text.length()))];
    }

    private int lineOf(int place) {
        int found = Arrays.binarySearch(lineStarts(), place);
        return found >= 0 ? found : -found - 2;
    }

    /** Returns how many characters before {@code index} take two places. */
    private int pairs(int index) {
        int[] counts = pairCounts();
        int block = index / BLOCK;
        int pairs = block < counts.length ? counts[block] : 0;
        for (int i = block * BLOCK; i < index && counts.length > 0; i++) {
            if (isPairAt(i) && i + 1 < index) {
                pairs++;
            }
        }
        return pairs;
    }

    private boolean isPairAt(int index) {
        return Character.isHighSurrogate(text.charAt(index))
                && index + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(index + 1));
    }

    private int[] pairCounts() {
        if (!pairsCounted) {
            pairCounts = countPairs();
            pairsCounted = true;
        }
        return pairCounts;
    }

    /** Counts block by block, so that a column far out on a long line needs no look at the whole line; none is the usual case. */
    private int[] countPairs() {
        if (text.codePointCount(0, text.length()) == text.length()) {
            return new int[0];
        }
        int[] counts = new int[text.length() / BLOCK + 1];
        int pairs = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i % BLOCK == 0) {
                counts[i / BLOCK] = pairs;
            }
            if (isPairAt(i)) {
                pairs++;
            }
        }
        return counts;
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
