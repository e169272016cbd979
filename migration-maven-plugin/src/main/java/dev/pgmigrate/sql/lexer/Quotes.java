package dev.pgmigrate.sql.lexer;

import dev.pgmigrate.sql.SourceRange;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Scans whatever has quotes: strings of all forms, and quoted identifiers (manual, 4.1.2 "Constants"). */
final class Quotes {
    private final char[] chars;
    private final int end;
    private final Tokens tokens;
    private boolean hasUnicode;

    Quotes(char[] chars, int end, Tokens tokens) {
        this.chars = chars;
        this.end = end;
        this.tokens = tokens;
    }

    /** {@code 'text'}. */
    int plain(int start) {
        int stop = stringEnd(start);
        return stop < 0 ? refuse("unterminated quoted string", start, end) : add(Token.SCONST, start, stop);
    }

    /** {@code B'01'} and {@code X'1F'}. */
    int bits(int start, int kind, String unterminated) {
        int stop = bitsEnd(start + 1);
        return stop < 0 ? refuse(unterminated, start, end) : add(kind, start, stop);
    }

    /** {@code U&'text'} and {@code U&"name"}. */
    int unicode(int start) {
        boolean name = chars[start + 2] == '"';
        int stop = name ? identifierEnd(start + 2) : stringEnd(start + 2);
        if (stop < 0) {
            return refuse(name ? "unterminated quoted identifier" : "unterminated quoted string", start, end);
        }
        if (name && stop == start + 4) {
            return refuse("zero-length delimited identifier", start, stop);
        }
        hasUnicode = true;
        return add(name ? Token.IDENT : Token.SCONST, start, stop);
    }

    /** Returns whether a literal with Unicode escapes was met. */
    boolean hasUnicode() {
        return hasUnicode;
    }

    /** {@code E'text'}. */
    int escaped(int start) {
        BackslashChecker checker = null;
        int at = start + 2;
        while (at < end) {
            char c = chars[at];
            if (c == '\\') {
                checker = checker == null ? new BackslashChecker(chars, end) : checker;
                at = checker.check(at);
            } else if (c != '\'') {
                at++;
            } else if (chars[at + 1] == '\'') {
                at += 2;
            } else {
                int next = continuation(at + 1);
                if (next < 0) {
                    return addChecked(checker, start, at + 1);
                }
                at = next;
            }
        }
        ScanProblem problem = checker == null ? null : checker.problem();
        if (problem != null) {
            tokens.addProblem(problem, start, end);
            return end;
        }
        return refuse("unterminated quoted string", start, end);
    }

    private int addChecked(@Nullable BackslashChecker checker, int start, int stop) {
        ScanProblem problem = checker == null ? null : checker.problemOf(start, stop);
        if (problem == null) {
            return add(Token.SCONST, start, stop);
        }
        tokens.addProblem(problem, start, stop);
        return stop;
    }

    /** {@code "name"}. */
    int identifier(int start) {
        int stop = identifierEnd(start);
        if (stop < 0) {
            return refuse("unterminated quoted identifier", start, end);
        }
        return stop == start + 2
                ? refuse("zero-length delimited identifier", start, stop)
                : add(Token.IDENT, start, stop);
    }

    /** {@code $tag$text$tag$}; a dollar that begins no tag is a token of its own. */
    int dollar(int start) {
        int tagEnd = start + 1;
        if (Lexer.isIdentifierStart(chars[tagEnd])) {
            while (chars[tagEnd] != '$' && Lexer.isIdentifierPart(chars[tagEnd])) {
                tagEnd++;
            }
        }
        if (chars[tagEnd] != '$') {
            return add('$', start, start + 1);
        }
        int length = tagEnd + 1 - start;
        for (int at = tagEnd + 1; at + length <= end; at++) {
            if (chars[at] == '$' && Arrays.equals(chars, at, at + length, chars, start, start + length)) {
                return add(Token.SCONST, start, at + length);
            }
        }
        return refuse("unterminated dollar-quoted string", start, end);
    }

    /** Adds a token that the scanner refuses. */
    int refuse(String message, int start, int stop) {
        String near = new String(chars, start, stop - start);
        SourceRange place = new SourceRange(start, stop);
        tokens.addProblem(new ScanProblem(message + " at or near \"" + near + "\"", place), start, stop);
        return stop;
    }

    /** Returns the end of a string without escapes, with the segments that follow on later lines; -1 without end. */
    private int stringEnd(int quote) {
        int at = quote + 1;
        while (at < end) {
            if (chars[at] != '\'') {
                at++;
            } else if (chars[at + 1] == '\'') {
                at += 2;
            } else {
                int next = continuation(at + 1);
                if (next < 0) {
                    return at + 1;
                }
                at = next;
            }
        }
        return -1;
    }

    /** As {@link #stringEnd}, but a doubled quote ends bits and begins a string. */
    private int bitsEnd(int quote) {
        int at = quote + 1;
        while (at < end) {
            if (chars[at] != '\'') {
                at++;
                continue;
            }
            int next = continuation(at + 1);
            if (next < 0) {
                return at + 1;
            }
            at = next;
        }
        return -1;
    }

    /** Returns the index behind the quote with which a string goes on behind a line's end, or -1. */
    private int continuation(int from) {
        int at = from;
        boolean newline = false;
        while (at < end) {
            char c = chars[at];
            if (c == '\n' || c == '\r') {
                newline = true;
                at++;
            } else if (c == ' ' || c == '\t' || c == '\f' || c == '\u000b') {
                at++;
            } else if (c == '-' && chars[at + 1] == '-') {
                at = lineEnd(at);
            } else {
                return newline && c == '\'' ? at + 1 : -1;
            }
        }
        return -1;
    }

    private int lineEnd(int from) {
        int at = from;
        while (at < end && chars[at] != '\n' && chars[at] != '\r') {
            at++;
        }
        return at;
    }

    private int identifierEnd(int quote) {
        int at = quote + 1;
        while (at < end) {
            if (chars[at] != '"') {
                at++;
            } else if (chars[at + 1] == '"') {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return -1;
    }

    private int add(int kind, int start, int stop) {
        tokens.add(kind, start, stop);
        return stop;
    }
}
