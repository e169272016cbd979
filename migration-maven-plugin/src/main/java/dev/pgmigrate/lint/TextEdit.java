package dev.pgmigrate.lint;

import dev.pgmigrate.sql.SourceRange;

/**
 * A replacement in a file.
 *
 * @param range what is replaced; an empty range inserts
 * @param replacement the new text
 */
public record TextEdit(SourceRange range, String replacement) {
    public static TextEdit insert(int index, String text) {
        return new TextEdit(new SourceRange(index, index), text);
    }

    public static TextEdit delete(SourceRange range) {
        return new TextEdit(range, "");
    }
}
