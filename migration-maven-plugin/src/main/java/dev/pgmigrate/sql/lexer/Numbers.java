package dev.pgmigrate.sql.lexer;

import dev.pgmigrate.sql.SourceRange;

/** Scans numbers and parameters (manual, 4.1.2.6 "Numeric Constants"). */
final class Numbers {
    private final char[] chars;
    private final int end;
    private final Tokens tokens;

    Numbers(char[] chars, int end, Tokens tokens) {
        this.chars = chars;
        this.end = end;
        this.tokens = tokens;
    }

    /** Scans a number that begins with a digit, or with a point before a digit. */
    int scan(int start) {
        if (chars[start] == '0') {
            int radix = radix(chars[start + 1]);
            if (radix != 0) {
                return prefixed(start, radix);
            }
        }
        int at = digits(start, 10);
        boolean integer = true;
        // 1..10 is the integer 1 and two dots.
        if (chars[at] == '.' && chars[at + 1] != '.') {
            integer = false;
            at = digits(at + 1, 10);
        }
        if (chars[at] == 'e' || chars[at] == 'E') {
            int exponent = chars[at + 1] == '+' || chars[at + 1] == '-' ? at + 2 : at + 1;
            if (isDigit(chars[exponent], 10)) {
                integer = false;
                at = digits(exponent, 10);
            } else if (exponent == at + 2) {
                return junk("trailing junk after numeric literal", start, exponent);
            }
        }
        if (Lexer.isIdentifierStart(chars[at])) {
            return junk("trailing junk after numeric literal", start, identifierEnd(at));
        }
        tokens.add(integer && fitsInt(start, at, 10) ? Token.ICONST : Token.FCONST, start, at);
        return at;
    }

    /** Scans {@code $1}. */
    int parameter(int start) {
        int at = start + 1;
        long number = 0;
        while (chars[at] >= '0' && chars[at] <= '9') {
            number = Math.min(number * 10 + chars[at] - '0', Integer.MAX_VALUE + 1L);
            at++;
        }
        if (Lexer.isIdentifierStart(chars[at])) {
            return junk("trailing junk after parameter", start, identifierEnd(at));
        }
        if (number > Integer.MAX_VALUE) {
            return junk("parameter number too large", start, at);
        }
        tokens.add(Token.PARAM, start, at);
        return at;
    }

    private int prefixed(int start, int radix) {
        int at = digits(start + 2, radix);
        if (at == start + 2 || Lexer.isIdentifierPart(chars[at])) {
            return badPrefixed(start, radix, at);
        }
        tokens.add(fitsInt(start + 2, at, radix) ? Token.ICONST : Token.FCONST, start, at);
        return at;
    }

    /** {@code 0x} alone is a bad integer; with letters behind, it is a zero with junk, the longer match. */
    private int badPrefixed(int start, int radix, int at) {
        int wordEnd = identifierEnd(start + 1);
        int prefixEnd = chars[start + 2] == '_' ? start + 3 : start + 2;
        if (at == start + 2 && wordEnd <= prefixEnd) {
            String name = switch (radix) {
                case 16 -> "hexadecimal";
                case 8 -> "octal";
                default -> "binary";
            };
            return junk("invalid " + name + " integer", start, prefixEnd);
        }
        return junk("trailing junk after numeric literal", start, wordEnd);
    }

    private static int radix(char c) {
        return switch (c) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 0;
        };
    }

    /** Returns where digits end that single underscores may part; one may stand in front but with radix 10. */
    private int digits(int from, int radix) {
        int at = from;
        boolean may = radix != 10;
        while (at < end) {
            if (isDigit(chars[at], radix)) {
                at++;
            } else if (may && chars[at] == '_' && isDigit(chars[at + 1], radix)) {
                at += 2;
            } else {
                break;
            }
            may = true;
        }
        return at;
    }

    private static boolean isDigit(char c, int radix) {
        if (c >= '0' && c <= '9') {
            return c - '0' < radix;
        }
        return radix == 16 && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'));
    }

    private boolean fitsInt(int from, int to, int radix) {
        if (radix == 10 && to - from < 10) {
            return true;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            if (chars[i] != '_') {
                value = value * radix + Character.digit(chars[i], radix);
                if (value > Integer.MAX_VALUE) {
                    return false;
                }
            }
        }
        return true;
    }

    private int identifierEnd(int from) {
        int at = from;
        while (Lexer.isIdentifierPart(chars[at])) {
            at++;
        }
        return at;
    }

    private int junk(String message, int start, int stop) {
        String near = new String(chars, start, stop - start);
        SourceRange place = new SourceRange(start, stop);
        tokens.addProblem(new ScanProblem(message + " at or near \"" + near + "\"", place), start, stop);
        return stop;
    }
}
