package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.Defect;
import dev.pgmigrate.sql.SourceRange;

/**
 * What PostgreSQL would refuse in a text, or what this program cannot read.
 *
 * @param message the server's words, such as {@code syntax error at or near "form"}
 * @param range the token that it points to; empty where it points nowhere or behind the end
 * @param kind who is to blame
 */
public record SyntaxError(String message, SourceRange range, Kind kind) {
    /** What helps where a statement is too long. */
    public static final String IF_TOO_LONG =
            "Split it into several statements, or give Maven more memory (MAVEN_OPTS=-Xmx…);"
                    + " if it is not meant to be long, look for a quote or a comment that never ends.";

    /** Who is to blame for an error. */
    public enum Kind {
        /** The text is no SQL. */
        REFUSED,
        /** This program makes a mistake. */
        DEFECT,
        /** There is no room to read a statement at once, nor what follows it. */
        TOO_LONG
    }

    SyntaxError(String message, SourceRange range) {
        this(message, range, Kind.REFUSED);
    }

    /** Returns the error in place of a text at which the parser failed. */
    public static SyntaxError of(Throwable thrown, SourceRange text) {
        return new SyntaxError("This text cannot be read because of " + Defect.of(thrown), text, Kind.DEFECT);
    }

    /** Returns the error in place of a statement that has more than {@code longest} characters, and of all behind it. */
    static SyntaxError tooLong(SourceRange start, int longest) {
        String message =
                "What begins here does not end within %d MB, the most that can be read at once in a heap of %d MB"
                        .formatted(longest >> 20, Runtime.getRuntime().maxMemory() >> 20);
        return new SyntaxError(message, start, Kind.TOO_LONG);
    }
}
