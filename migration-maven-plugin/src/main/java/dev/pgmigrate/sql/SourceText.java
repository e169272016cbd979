package dev.pgmigrate.sql;

import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file's text, and the lines in it. Most texts are strings; that of a very large file stays in the file, and is read where it is
 * looked at, so that only {@link #text()} needs room for all of it.
 *
 * <p>Lines end at LF, CR LF or a lone CR, as in PostgreSQL's scanner.
 */
public final class SourceText implements CharSequence {
    /** What some editors begin a file in UTF-8 with; it is no part of its text. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    /** How much is looked at first, and at most, in one go: what is searched for is often near. */
    private static final int FIRST_WINDOW = 1 << 6;

    private static final int LAST_WINDOW = 1 << 16;

    private static final int LONGEST_LINE = 1 << 20;

    private final CharSequence characters;
    private volatile @Nullable Lines lines;

    private SourceText(CharSequence characters) {
        this.characters = characters;
    }

    /** Returns the text that {@code characters} are; they must not change. */
    public static SourceText of(CharSequence characters) {
        return new SourceText(characters);
    }

    /** Returns whether the text is no string, so that nobody asks for all of it without need. */
    public boolean isLarge() {
        return !(characters instanceof String);
    }

    /** Returns the whole text as a string. */
    public String text() {
        return characters.toString();
    }

    public String text(SourceRange range) {
        return substring(range.start(), range.end());
    }

    /** Returns the characters, for whoever looks at each of them. */
    public CharSequence characters() {
        return characters;
    }

    @Override
    public int length() {
        return characters.length();
    }

    @Override
    public char charAt(int index) {
        return characters.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return substring(start, end);
    }

    public String substring(int start, int end) {
        return characters.subSequence(start, end).toString();
    }

    public boolean startsWith(String word, int index) {
        int end = index + word.length();
        return index >= 0 && end <= length() && substring(index, end).equals(word);
    }

    public boolean contains(String word) {
        return indexOf(word, 0) >= 0;
    }

    public int indexOf(char c, int from) {
        return indexOf(String.valueOf(c), from);
    }

    /** Returns where {@code word} begins at or after {@code from}, or -1. */
    public int indexOf(String word, int from) {
        if (characters instanceof String text) {
            return text.indexOf(word, from);
        }
        int window = FIRST_WINDOW;
        for (int at = Math.max(0, from); at <= length() - word.length(); at += window) {
            window = Math.min(window * 2, LAST_WINDOW);
            int end = (int) Math.min((long) at + window + word.length() - 1, length());
            int found = substring(at, end).indexOf(word);
            if (found >= 0) {
                return at + found;
            }
        }
        return -1;
    }

    /** Returns where {@code c} stands last, at {@code from} or before it, or -1. */
    public int lastIndexOf(char c, int from) {
        int at = Math.min(from, length() - 1);
        while (at >= 0 && charAt(at) != c) {
            at--;
        }
        return at;
    }

    /** Returns the text of {@code range} to be read in pieces, without a copy of it. */
    public Reader reader(SourceRange range) {
        return new Part(range);
    }

    /** Reads a part of the text. */
    private final class Part extends Reader {
        private final int end;
        private int next;

        Part(SourceRange range) {
            this.next = range.start();
            this.end = range.end();
        }

        @Override
        public int read(char[] target, int offset, int length) {
            int count = Math.min(length, end - next);
            if (count <= 0) {
                return length == 0 ? 0 : -1;
            }
            substring(next, next + count).getChars(0, count, target, offset);
            next += count;
            return count;
        }

        @Override
        public void close() {
            next = end;
        }
    }

    /** Returns the same text with {@code mask} in the place of everything in {@code ranges} but white space. */
    public SourceText masked(List<SourceRange> ranges, char mask) {
        MaskedText masked = new MaskedText(characters, ranges, mask);
        return new SourceText(isLarge() ? masked : masked.toString());
    }

    /** Returns where the white space begins that the text ends with. */
    public int contentEnd() {
        int end = length();
        while (end > 0 && Character.isWhitespace(charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** Returns the line and column of the UTF-16 index {@code index}; of the end where it is behind it. */
    public Position position(int index) {
        return lines().position(Math.min(index, length()));
    }

    /** Returns where the line begins that {@code index} is on. */
    public int lineStart(int index) {
        return lines().startBefore(Math.min(index, length()));
    }

    public int lineCount() {
        return lines().count();
    }

    /** Returns the text of a line, counted from 1, without what ends it; of a very long one the beginning. */
    public String line(int lineNumber) {
        int start = lines().start(lineNumber - 1);
        int next = lineNumber < lineCount() ? lines().start(lineNumber) : length();
        int end = Math.min(next, start + LONGEST_LINE);
        while (end > start && isLineEnd(charAt(end - 1))) {
            end--;
        }
        return substring(start, end);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** Found when the first position is asked for: most files are never asked. */
    private Lines lines() {
        Lines known = lines;
        if (known == null) {
            known = new Lines(characters);
            lines = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return text();
    }
}
