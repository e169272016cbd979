package dev.pgmigrate.sql.lexer;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;

/**
 * What a string constant holds, and where in the file each of its characters stands. A body in dollar quotes stands there as
 * it is; in an ordinary string each quote is written twice, and {@code E''} and {@code U&''} have escapes.
 */
public final class StringContent {
    private final SourceText source;
    private final int end;
    private final PlacedText content = new PlacedText();
    private final StringBuilder text = content.writer();

    private StringContent(SourceText source, int end) {
        this.source = source;
        this.end = end;
    }

    /** Scans what the constant at {@code literal} holds; all ranges are those of {@code source}. */
    public static Tokens scan(SourceText source, SourceRange literal) {
        if (source.charAt(literal.start()) == '$') {
            int tag = tag(source, literal.start());
            String inner = source.substring(literal.start() + tag, literal.end() - tag);
            return Lexer.scan(inner, Places.shifted(literal.start() + tag));
        }
        return read(source, literal).tokens();
    }

    /** Reads what the constant at {@code literal} holds. */
    static PlacedText read(SourceText source, SourceRange literal) {
        int start = literal.start();
        char first = source.charAt(start);
        StringContent reader = new StringContent(source, literal.end());
        if (first == '$') {
            reader.copy(start + tag(source, start), literal.end() - tag(source, start));
        } else {
            reader.read(source.indexOf('\'', start), first == 'e' || first == 'E', first == 'u' || first == 'U');
        }
        return reader.content;
    }

    private static int tag(SourceText source, int start) {
        return source.indexOf('$', start + 1) + 1 - start;
    }

    private void copy(int from, int to) {
        for (int i = from; i < to; i++) {
            text.append(source.charAt(i));
            content.endAt(i);
        }
        content.endAt(to);
    }

    private void read(int quote, boolean backslashes, boolean unicode) {
        int i = quote + 1;
        while (i < end) {
            int from = i;
            char c = source.charAt(i);
            if (c == '\'') {
                if (i + 1 >= end || source.charAt(i + 1) != '\'') {
                    content.endAt(from);
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
            content.endAt(from);
        }
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
}
