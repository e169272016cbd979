package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.Defect;
import dev.pgmigrate.sql.SourceRange;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL would refuse in a text, or what this program cannot read.
 *
 * @param message the server's words, such as {@code syntax error at or near "form"}
 * @param range the token that it points to; empty where it points nowhere or behind the end
 * @param defectOrNull why the text cannot be read, where the text is not to blame
 */
public record SyntaxError(
        String message, SourceRange range, @Nullable Defect defectOrNull) {
    SyntaxError(String message, SourceRange range) {
        this(message, range, null);
    }

    /** Returns the error in place of a text at which the parser failed. */
    public static SyntaxError of(Throwable thrown, SourceRange text) {
        Defect defect = Defect.of(thrown);
        return new SyntaxError("This text cannot be read because of " + defect, text, defect);
    }
}
