package dev.pgmigrate.sql.lexer;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.sql.SourceRange;

/**
 * Scans operators (manual, 4.1.3 "Operators"): one ends before a comment, and ends in + or - only if it also holds one
 * of {@code ~ ! @ # % ^ & | ` ?}.
 */
final class Operators {
    private final char[] chars;
    private final int end;
    private final Tokens tokens;

    /** The run of operator characters that was looked at last, so that a long one is looked at once. */
    private int runEnd;

    private int lastFree;
    private int lastUnsigned;

    Operators(char[] chars, int end, Tokens tokens) {
        this.chars = chars;
        this.end = end;
        this.tokens = tokens;
    }

    int scan(int start) {
        if (start >= runEnd) {
            measure(start);
        }
        int stop = runEnd;
        char lastChar = chars[stop - 1];
        if (stop - start > 1 && (lastChar == '+' || lastChar == '-') && lastFree < start) {
            stop = Math.max(start, lastUnsigned) + 1;
        }
        int length = stop - start;
        if (length > Identifier.MAX_BYTES) {
            String message = "operator too long at or near \"" + new String(chars, start, length) + "\"";
            tokens.addProblem(new ScanProblem(message, new SourceRange(start, stop)), start, stop);
            return stop;
        }
        tokens.add(kind(start, length), start, stop);
        return stop;
    }

    private void measure(int start) {
        lastFree = -1;
        lastUnsigned = -1;
        int at = start;
        while (at < end && Lexer.isOperatorPart(chars[at]) && !isComment(at)) {
            switch (chars[at]) {
                case '~', '!', '@', '#', '%', '^', '&', '|', '`', '?' -> {
                    lastFree = at;
                    lastUnsigned = at;
                }
                case '+', '-' -> {}
                default -> lastUnsigned = at;
            }
            at++;
        }
        runEnd = at;
    }

    private boolean isComment(int at) {
        return (chars[at] == '-' && chars[at + 1] == '-') || (chars[at] == '/' && chars[at + 1] == '*');
    }

    private int kind(int start, int length) {
        char first = chars[start];
        if (length == 1) {
            return switch (first) {
                case '~', '!', '@', '#', '&', '|', '`', '?' -> Token.OP;
                default -> first;
            };
        }
        if (length == 2) {
            char second = chars[start + 1];
            if (second == '=') {
                switch (first) {
                    case '<' -> {
                        return Token.LESS_EQUALS;
                    }
                    case '>' -> {
                        return Token.GREATER_EQUALS;
                    }
                    case '!' -> {
                        return Token.NOT_EQUALS;
                    }
                    default -> {}
                }
            } else if (second == '>' && first == '=') {
                return Token.EQUALS_GREATER;
            } else if (second == '>' && first == '<') {
                return Token.NOT_EQUALS;
            }
        }
        return Token.OP;
    }
}
