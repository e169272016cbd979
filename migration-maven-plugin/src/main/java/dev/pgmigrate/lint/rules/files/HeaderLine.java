package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line {@code -- Key: value} in the comments before the first statement of a file.
 *
 * @param key the key, in lower case
 * @param word the value up to the first blank
 * @param value where that word is
 */
record HeaderLine(String key, String word, SourceRange value) {
    /** Returns such lines of a file, in order. */
    static List<HeaderLine> of(SqlFile file) {
        List<HeaderLine> lines = new ArrayList<>();
        List<Statement> statements = file.script().statements();
        int end = statements.isEmpty()
                ? Integer.MAX_VALUE
                : statements.get(0).range().start();
        SourceText text = file.source();
        for (SourceRange comment : file.script().comments()) {
            int start = comment.start();
            while (start < comment.end() && comment.end() <= end) {
                int lineEnd = text.indexOf('\n', start);
                lineEnd = lineEnd < 0 || lineEnd > comment.end() ? comment.end() : lineEnd;
                add(text, start, lineEnd, lines);
                start = lineEnd + 1;
            }
        }
        return lines;
    }

    private static void add(SourceText text, int start, int end, List<HeaderLine> lines) {
        int from = start;
        while (from < end && !Character.isLetter(text.charAt(from))) {
            from++;
        }
        int colon = text.indexOf(':', from);
        if (colon < 0 || colon >= end) {
            return;
        }
        int first = colon + 1;
        while (first < end && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        int last = first;
        while (last < end && !Character.isWhitespace(text.charAt(last))) {
            last++;
        }
        if (first < last) {
            String key = text.substring(from, colon).strip().toLowerCase(Locale.ROOT);
            lines.add(new HeaderLine(key, text.substring(first, last), new SourceRange(first, last)));
        }
    }
}
