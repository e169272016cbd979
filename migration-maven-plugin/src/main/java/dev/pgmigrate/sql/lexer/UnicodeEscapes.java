package dev.pgmigrate.sql.lexer;

import dev.pgmigrate.sql.SourceRange;

/**
 * Reads U&amp;'' strings and U&amp;"" identifiers with the UESCAPE behind them (manual, 4.1.2.3 "String Constants with
 * Unicode Escapes").
 *
 * <p>As in PostgreSQL the escapes are read when the next token is known, for it may say which character escapes.
 */
final class UnicodeEscapes {
    private final Tokens tokens;
    private final Tokens result;

    private UnicodeEscapes(Tokens tokens) {
        this.tokens = tokens;
        this.result = tokens.emptied();
    }

    /** Returns the tokens with such literals resolved, and each joined with its UESCAPE. */
    static Tokens resolve(Tokens tokens) {
        UnicodeEscapes escapes = new UnicodeEscapes(tokens);
        int length;
        for (int token = 0; token < tokens.count(); token += length) {
            length = escapes.copy(token);
        }
        return escapes.result;
    }

    /** Copies what begins at {@code token}; returns how many tokens that were. */
    private int copy(int token) {
        if (!isUnicode(token)) {
            result.addFrom(tokens, token);
        } else if (tokens.kind(token + 1) == Keyword.UESCAPE) {
            return withEscape(token, token + 2);
        } else {
            decode(token, token, '\\');
        }
        return 1;
    }

    private boolean isUnicode(int token) {
        int kind = tokens.kind(token);
        if (kind != Token.IDENT && kind != Token.SCONST) {
            return false;
        }
        int start = tokens.ownStart(token);
        String text = tokens.text();
        return (text.charAt(start) | 0x20) == 'u' && start + 2 < tokens.ownEnd(token) && text.charAt(start + 1) == '&';
    }

    private int withEscape(int token, int third) {
        ScanProblem problem = tokens.ownProblem(third);
        if (problem == null && tokens.kind(third) != Token.SCONST) {
            problem = atThird(third, "UESCAPE must be followed by a simple string literal");
        }
        String escape = problem == null ? tokens.string(third) : "";
        if (problem == null && (escape.length() != 1 || !isEscape(escape.charAt(0)))) {
            problem = atThird(third, "invalid Unicode escape character");
        }
        if (problem != null) {
            result.addProblem(problem, tokens.ownStart(token), tokens.ownEnd(token));
            return 1;
        }
        decode(token, third, escape.charAt(0));
        return 3;
    }

    private ScanProblem atThird(int third, String message) {
        String where =
                tokens.kind(third) == Token.EOF ? " at end of input" : " at or near \"" + tokens.written(third) + "\"";
        return new ScanProblem(message + where, new SourceRange(tokens.ownStart(third), tokens.ownEnd(third)));
    }

    private static boolean isEscape(char c) {
        return Character.digit(c, 16) < 0 && "+'\" \t\n\r\f\u000b".indexOf(c) < 0;
    }

    /** Decodes the literal at {@code token}, which reaches up to {@code last}. */
    private void decode(int token, int last, char escape) {
        int kind = tokens.kind(token);
        int start = tokens.ownStart(token);
        int bodyStart = start + 3;
        String body = kind == Token.IDENT
                ? Literals.identifier(tokens.text(), bodyStart - 1, tokens.ownEnd(token))
                : Literals.string(tokens.text(), bodyStart - 1, tokens.ownEnd(token));
        StringBuilder value = new StringBuilder(body.length());
        String problem = null;
        int high = 0;
        int at = 0;
        while (problem == null && at < body.length()) {
            boolean plain = body.charAt(at) != escape;
            boolean doubled = !plain && at + 1 < body.length() && body.charAt(at + 1) == escape;
            int written = plain ? 1 : 2;
            int length = plain || doubled ? written : escapeLength(body, at);
            int code = plain || doubled || length == 0 ? body.charAt(at) : code(body, at, length);
            if (length == 0) {
                problem = "invalid Unicode escape";
            } else if (length > 2 && (code == 0 || code > Character.MAX_CODE_POINT)) {
                problem = "invalid Unicode escape value";
            } else if ((length > 2 && isLow(code)) != (high != 0)) {
                problem = "invalid Unicode surrogate pair";
            } else if (high != 0) {
                value.appendCodePoint(Character.toCodePoint((char) high, (char) code));
                high = 0;
                at += length;
            } else {
                high = length > 2 && isHigh(code) ? code : 0;
                if (high == 0) {
                    value.appendCodePoint(code);
                }
                at += length;
            }
        }
        if (problem == null && high != 0) {
            problem = "invalid Unicode surrogate pair";
        }
        if (problem == null) {
            result.addUnicode(kind, start, tokens.ownEnd(last), value.toString());
        } else {
            SourceRange place =
                    SourceRange.at(Math.min(bodyStart + at, tokens.text().length()));
            result.addProblem(new ScanProblem(problem, place), start, tokens.ownEnd(token));
        }
    }

    private static int code(String body, int at, int length) {
        return Integer.parseInt(body, length == 5 ? at + 1 : at + 2, at + length, 16);
    }

    private static boolean isHigh(int code) {
        return code >= Character.MIN_HIGH_SURROGATE && code <= Character.MAX_HIGH_SURROGATE;
    }

    private static boolean isLow(int code) {
        return code >= Character.MIN_LOW_SURROGATE && code <= Character.MAX_LOW_SURROGATE;
    }

    /** Returns the length of {@code \XXXX} or {@code \+XXXXXX}; 0 where neither stands. */
    private static int escapeLength(String body, int at) {
        boolean six = at + 1 < body.length() && body.charAt(at + 1) == '+';
        int from = six ? at + 2 : at + 1;
        int to = from + (six ? 6 : 4);
        if (to > body.length()) {
            return 0;
        }
        for (int i = from; i < to; i++) {
            if (Character.digit(body.charAt(i), 16) < 0 || body.charAt(i) > 'f') {
                return 0;
            }
        }
        return to - at;
    }
}
