package dev.pgmigrate.sql.lexer;

/** Reads what a literal that the scanner has accepted stands for. */
final class Literals {
    private Literals() {}

    /** Folds ASCII letters only, as a server with UTF-8 does (downcase_identifier). */
    static String fold(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                return foldFrom(text, start, end);
            }
        }
        return SharedNames.of(text, start, end);
    }

    private static String foldFrom(String text, int start, int end) {
        StringBuilder folded = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c);
        }
        return folded.toString();
    }

    static String identifier(String text, int start, int end) {
        char first = text.charAt(start);
        if (first == '"') {
            String inner = SharedNames.of(text, start + 1, end - 1);
            return inner.indexOf('"') < 0 ? inner : inner.replace("\"\"", "\"");
        }
        return fold(text, start, end);
    }

    static String string(String text, int start, int end) {
        return switch (text.charAt(start)) {
            case '\'' -> quoted(text, start, end, false);
            case '$' -> dollarQuoted(text, start, end);
            default -> quoted(text, start + 1, end, true);
        };
    }

    static int integer(String text, int start, int end) {
        String digits = text.substring(start, end).replace("_", "");
        if (digits.length() < 2 || digits.charAt(0) != '0') {
            return Integer.parseInt(digits);
        }
        return switch (digits.charAt(1)) {
            case 'x', 'X' -> Integer.parseInt(digits.substring(2), 16);
            case 'o', 'O' -> Integer.parseInt(digits.substring(2), 8);
            case 'b', 'B' -> Integer.parseInt(digits.substring(2), 2);
            default -> Integer.parseInt(digits);
        };
    }

    private static String dollarQuoted(String text, int start, int end) {
        int tag = text.indexOf('$', start + 1) + 1 - start;
        return text.substring(start + tag, end - tag);
    }

    /** Joins the segments of a string that goes on behind a line's end; {@code start} is at the first quote. */
    private static String quoted(String text, int start, int end, boolean escapes) {
        StringBuilder value = new StringBuilder(end - start);
        int i = start + 1;
        while (i < end) {
            char c = text.charAt(i);
            if (c == '\'') {
                if (i + 1 < end && text.charAt(i + 1) == '\'') {
                    value.append(c);
                    i += 2;
                } else {
                    i = nextSegment(text, i + 1, end);
                }
            } else if (c == '\\' && escapes) {
                i = BackslashEscapes.decode(text, i, end, value);
            } else {
                value.append(c);
                i++;
            }
        }
        return value.toString();
    }

    /** Returns the index behind the quote that opens the next segment, or {@code end}. */
    static int nextSegment(CharSequence text, int from, int end) {
        int i = from;
        while (i < end && text.charAt(i) != '\'') {
            if (text.charAt(i) == '-') {
                while (i < end && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
                    i++;
                }
            } else {
                i++;
            }
        }
        return i + 1;
    }
}
