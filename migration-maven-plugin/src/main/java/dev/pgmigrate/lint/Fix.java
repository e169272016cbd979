package dev.pgmigrate.lint;

import dev.pgmigrate.sql.SourceRange;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rewrite that removes a finding without changing the purpose of the migration: non-overlapping edits in the finding's
 * own file, in file order, or a file that was missing.
 */
public record Fix(List<TextEdit> edits, @Nullable NewFile newFileOrNull) {
    public Fix {
        edits = edits.stream()
                .sorted(Comparator.comparingInt(edit -> edit.range().start()))
                .toList();
        if (edits.isEmpty() && newFileOrNull == null) {
            throw new IllegalArgumentException("A fix has at least one edit, or writes a file");
        }
        for (int i = 1; i < edits.size(); i++) {
            if (edits.get(i).range().start() < edits.get(i - 1).range().end()) {
                throw new IllegalArgumentException("The edits of a fix overlap: " + edits);
            }
        }
    }

    public Fix(List<TextEdit> edits) {
        this(edits, null);
    }

    /** Returns the fix that writes {@code file}. */
    public static Fix writing(NewFile file) {
        return new Fix(List.of(), file);
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

    public Optional<NewFile> newFile() {
        return Optional.ofNullable(newFileOrNull);
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
