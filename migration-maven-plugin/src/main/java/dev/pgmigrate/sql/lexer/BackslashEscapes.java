package dev.pgmigrate.sql.lexer;

/** Reads the escapes of an E'' string (manual, 4.1.2.2 "String Constants with C-Style Escapes"). */
final class BackslashEscapes {
    private BackslashEscapes() {}

    /** Appends what the escape at {@code i} stands for; returns the index behind it. */
    static int decode(CharSequence text, int i, int end, StringBuilder value) {
        char c = i + 1 < end ? text.charAt(i + 1) : '\\';
        switch (c) {
            case 'b' -> {
                value.append('\b');
                return i + 2;
            }
            case 'f' -> {
                value.append('\f');
                return i + 2;
            }
            case 'n' -> {
                value.append('\n');
                return i + 2;
            }
            case 'r' -> {
                value.append('\r');
                return i + 2;
            }
            case 't' -> {
                value.append('\t');
                return i + 2;
            }
            case 'v' -> {
                value.append('\u000b');
                return i + 2;
            }
            case 'x' -> {
                return number(text, i + 2, Math.min(i + 4, end), 16, value);
            }
            case 'u' -> {
                return number(text, i + 2, i + 6, 16, value);
            }
            case 'U' -> {
                return number(text, i + 2, i + 10, 16, value);
            }
            default -> {
                if (c >= '0' && c <= '7') {
                    return number(text, i + 1, Math.min(i + 4, end), 8, value);
                }
                value.append(c);
                return i + 2;
            }
        }
    }

    private static int number(CharSequence text, int from, int limit, int radix, StringBuilder value) {
        int code = 0;
        int i = from;
        while (i < limit && Character.digit(text.charAt(i), radix) >= 0) {
            code = code * radix + Character.digit(text.charAt(i), radix);
            i++;
        }
        if (i == from) {
            value.append(text.charAt(from - 1));
        } else {
            value.appendCodePoint(Character.isValidCodePoint(code) ? code : '\ufffd');
        }
        return i;
    }
}
