package dev.pgmigrate.lint;

import dev.pgmigrate.sql.SourceRange;
import java.util.Comparator;
import java.util.List;

/**
 * A rewrite that removes a finding without changing the purpose of the migration: non-overlapping edits in the finding's
 * own file, in file order.
 */
public record Fix(List<TextEdit> edits) {
    public Fix {
        edits = edits.stream()
                .sorted(Comparator.comparingInt(edit -> edit.range().start()))
                .toList();
        if (edits.isEmpty()) {
            throw new IllegalArgumentException("A fix has at least one edit");
        }
        for (int i = 1; i < edits.size(); i++) {
            if (edits.get(i).range().start() < edits.get(i - 1).range().end()) {
                throw new IllegalArgumentException("The edits of a fix overlap: " + edits);
            }
        }
    }

    public static Fix of(TextEdit... edits) {
        return new Fix(List.of(edits));
    }

    /** Returns the fix that inserts {@code text} at {@code index}. */
    public static Fix insert(int index, String text) {
        return of(TextEdit.insert(index, text));
    }

    public static Fix replace(SourceRange range, String text) {
        return of(new TextEdit(range, text));
    }

    public static Fix delete(SourceRange range) {
        return of(TextEdit.delete(range));
    }

    /** Returns {@code source} with the edits applied. */
    public String apply(String source) {
        StringBuilder text = new StringBuilder(source.length() + 16 * edits.size());
        int from = 0;
        for (TextEdit edit : edits) {
            text.append(source, from, edit.range().start()).append(edit.replacement());
            from = edit.range().end();
        }
        return text.append(source, from, source.length()).toString();
    }
}
