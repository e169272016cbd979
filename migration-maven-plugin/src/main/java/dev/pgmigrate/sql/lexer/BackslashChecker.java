package dev.pgmigrate.sql.lexer;

import dev.pgmigrate.sql.SourceRange;
import org.jspecify.annotations.Nullable;

/** Finds what PostgreSQL refuses about the escapes of one E'' string; keeps the first problem. */
final class BackslashChecker {
    private static final int NO_CODE = -1;

    private final char[] chars;
    private final int end;
    private boolean bytes;
    private @Nullable ScanProblem problem;

    BackslashChecker(char[] chars, int end) {
        this.chars = chars;
        this.end = end;
    }

    @Nullable
    ScanProblem problem() {
        return problem;
    }

    /** Returns the problem of the whole literal: its bytes too have to be UTF-8. */
    @Nullable
    ScanProblem problemOf(int start, int stop) {
        if (problem == null && bytes) {
            String bad = InvalidBytes.find(new String(chars, start + 2, stop - start - 3));
            if (bad != null) {
                String message = "invalid byte sequence for encoding \"UTF8\": " + bad;
                return new ScanProblem(message, new SourceRange(start, stop));
            }
        }
        return problem;
    }

    /** Checks the escape at {@code at}; returns the index behind it. */
    int check(int at) {
        char kind = at + 1 < end ? chars[at + 1] : 0;
        if (kind == 'u' || kind == 'U') {
            return unicode(at);
        }
        int digits = kind == 'x' ? hexDigits(at + 2, 2) : 0;
        if (digits > 0) {
            noteByte(Integer.parseInt(new String(chars, at + 2, digits), 16));
            return at + 2 + digits;
        }
        if (kind >= '0' && kind <= '7') {
            int stop = at + 1;
            int value = 0;
            while (stop < at + 4 && chars[stop] >= '0' && chars[stop] <= '7') {
                value = value * 8 + chars[stop++] - '0';
            }
            noteByte(value & 0xFF);
            return stop;
        }
        return at + 2;
    }

    private void noteByte(int value) {
        bytes |= value == 0 || value > 0x7F;
    }

    private int unicode(int at) {
        int code = code(at);
        if (code == NO_CODE) {
            note("invalid Unicode escape", at, at);
            return at + 2;
        }
        int stop = at + length(at);
        if (code == 0 || code > Character.MAX_CODE_POINT) {
            noteNear("invalid Unicode escape value", at, stop);
        } else if (code >= Character.MIN_LOW_SURROGATE && code <= Character.MAX_LOW_SURROGATE) {
            noteNear("invalid Unicode surrogate pair", at, stop);
        } else if (code >= Character.MIN_HIGH_SURROGATE && code <= Character.MAX_HIGH_SURROGATE) {
            return second(stop);
        }
        return stop;
    }

    /** The second half of a surrogate pair has to follow at once. */
    private int second(int at) {
        boolean escape = chars[at] == '\\' && (chars[at + 1] == 'u' || chars[at + 1] == 'U');
        if (!escape) {
            noteNear("invalid Unicode surrogate pair", at, Math.min(at + 1, end));
            return at;
        }
        int code = code(at);
        if (code == NO_CODE) {
            note("invalid Unicode escape", at, at);
            return at + 2;
        }
        int stop = at + length(at);
        if (code < Character.MIN_LOW_SURROGATE || code > Character.MAX_LOW_SURROGATE) {
            noteNear("invalid Unicode surrogate pair", at, stop);
        }
        return stop;
    }

    private int length(int at) {
        return chars[at + 1] == 'u' ? 6 : 10;
    }

    private int code(int at) {
        int digits = length(at) - 2;
        if (hexDigits(at + 2, digits) < digits) {
            return NO_CODE;
        }
        return (int) Math.min(Long.parseLong(new String(chars, at + 2, digits), 16), Integer.MAX_VALUE);
    }

    private int hexDigits(int from, int most) {
        int count = 0;
        while (count < most
                && from + count < end
                && chars[from + count] < 128
                && Character.digit(chars[from + count], 16) >= 0) {
            count++;
        }
        return count;
    }

    private void noteNear(String message, int start, int stop) {
        String where =
                start >= end ? " at end of input" : " at or near \"" + new String(chars, start, stop - start) + "\"";
        note(message + where, start, stop);
    }

    private void note(String message, int start, int stop) {
        if (problem == null) {
            problem = new ScanProblem(message, new SourceRange(start, stop));
        }
    }
}
