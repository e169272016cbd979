package dev.pgmigrate.sql.lexer;

import dev.pgmigrate.sql.SourceRange;
import java.util.Arrays;

/**
 * What a string constant holds, and where in the file each of its characters stands. A body in dollar quotes stands there as
 * it is; in an ordinary string each quote is written twice, and {@code E''} and {@code U&''} have escapes.
 */
public final class StringContent {
    private final String source;
    private final int end;
    private final StringBuilder text = new StringBuilder();
    private int[] places = new int[64];
    private int placed;

    private StringContent(String source, int end) {
        this.source = source;
        this.end = end;
    }

    /** Scans what the constant at {@code literal} holds; all ranges are those of {@code source}. */
    public static Tokens scan(String source, SourceRange literal) {
        int start = literal.start();
        int end = literal.end();
        char first = source.charAt(start);
        if (first == '$') {
            int tag = source.indexOf('$', start + 1) + 1 - start;
            return Lexer.scan(source.substring(start + tag, end - tag), Places.shifted(start + tag));
        }
        StringContent content = new StringContent(source, end);
        content.read(source.indexOf('\'', start), first == 'e' || first == 'E', first == 'u' || first == 'U');
        return Lexer.scan(content.text.toString(), Places.of(content.places));
    }

    private void read(int quote, boolean backslashes, boolean unicode) {
        int i = quote + 1;
        while (i < end) {
            int from = i;
            char c = source.charAt(i);
            if (c == '\'') {
                if (i + 1 >= end || source.charAt(i + 1) != '\'') {
                    place(from);
                    i = Literals.nextSegment(source, i + 1, end);
                    continue;
                }
                text.append(c);
                i += 2;
            } else if (c == '\\' && backslashes) {
                i = BackslashEscapes.decode(source, i, end, text);
            } else if (c == '\\' && unicode) {
                i = unicode(i);
            } else {
                text.append(c);
                i++;
            }
            place(from);
        }
        int size = text.length();
        places = Arrays.copyOf(places, size + 1);
    }

    /** Reads {@code \\}, {@code \0041} or {@code \+000041} at {@code i}; returns the index behind it. */
    private int unicode(int i) {
        boolean wide = i + 1 < end && source.charAt(i + 1) == '+';
        int from = i + (wide ? 2 : 1);
        int to = from + (wide ? 6 : 4);
        int code = 0;
        for (int at = from; at < to; at++) {
            int digit = at < end ? Character.digit(source.charAt(at), 16) : -1;
            if (digit < 0) {
                text.append('\\');
                return i + (i + 1 < end && source.charAt(i + 1) == '\\' ? 2 : 1);
            }
            code = code * 16 + digit;
        }
        text.appendCodePoint(Character.isValidCodePoint(code) ? code : '\ufffd');
        return to;
    }

    /** Notes {@code place} for the characters that were appended since, and for the end behind them. */
    private void place(int place) {
        int size = text.length();
        if (size + 1 >= places.length) {
            places = Arrays.copyOf(places, (size + 1) * 2);
        }
        for (int i = placed; i < size; i++) {
            places[i] = place;
        }
        placed = size;
        places[size] = place;
    }
}
