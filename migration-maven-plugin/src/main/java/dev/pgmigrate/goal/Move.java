package dev.pgmigrate.goal;

import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What leaves a file for new ones behind all others.
 *
 * @param edits what changes in the files that are there
 * @param parts the new files in their order
 */
record Move(Map<SqlFile, List<TextEdit>> edits, List<Part> parts) {
    Move {
        edits = Map.copyOf(edits);
        parts = List.copyOf(parts);
    }

    /** Returns the move that changes one file and needs one new one. */
    static Move of(SqlFile file, TextEdit edit, Part part) {
        return new Move(Map.of(file, List.of(edit)), List.of(part));
    }

    /** Removes a statement with its semicolon and the rest of its line. */
    static TextEdit without(Statement statement, SqlFile file) {
        String text = file.source().text();
        int end = statement.range().end();
        while (end < text.length() && " \t;".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '\r') {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '\n') {
            end++;
        }
        return TextEdit.delete(new SourceRange(statement.range().start(), end));
    }

    /** Returns this move with the keywords of a file's own style. */
    Move in(FileStyle style) {
        Map<SqlFile, List<TextEdit>> written = new HashMap<>();
        edits.forEach((file, some) ->
                written.put(file, some.stream().map(style::written).toList()));
        return new Move(
                written,
                parts.stream()
                        .map(part -> new Part(part.name, style.cased(part.migration), style.cased(part.rollback)))
                        .toList());
    }

    /**
     * A new file.
     *
     * @param name what its name says of it
     * @param rollback the rollback; empty where a rule drafts it, or none is wanted
     */
    record Part(String name, String migration, String rollback) {}
}
