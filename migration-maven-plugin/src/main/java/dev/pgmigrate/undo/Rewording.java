package dev.pgmigrate.undo;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.ObjectName;
import java.util.TreeMap;

/** A part of a file with other names in the place of those that were written. */
final class Rewording {
    private final SqlFile file;
    private final SourceRange range;
    private final TreeMap<Integer, Replacement> replacements = new TreeMap<>();

    Rewording(SqlFile file, SourceRange range) {
        this.file = file;
        this.range = range;
    }

    private record Replacement(int end, String text) {}

    /** Writes the name that an object has by now, if it had another one when this was written. */
    void name(ObjectName written, QualifiedName then, QualifiedName now) {
        if (!then.equals(now)) {
            replace(written.range(), now.sql());
        }
    }

    void replace(SourceRange written, String text) {
        replacements.put(written.start(), new Replacement(written.end(), text));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int[] from = {range.start()};
        replacements.forEach((start, replacement) -> {
            text.append(file.source().text(new SourceRange(from[0], start))).append(replacement.text());
            from[0] = replacement.end();
        });
        return text.append(file.source().text(new SourceRange(from[0], range.end())))
                .toString()
                .strip();
    }
}
