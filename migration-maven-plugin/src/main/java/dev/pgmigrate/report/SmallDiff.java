package dev.pgmigrate.report;

import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.sql.SourceText;
import java.util.ArrayList;
import java.util.List;

/** The rewrite of one finding as the lines that go and come; nothing where it is longer than a few lines. */
final class SmallDiff {
    private static final int MOST_LINES = 4;
    private static final int MARGIN = 16;

    private SmallDiff() {}

    /** Returns the lines that {@code migrate:fix} would change for {@code finding}. */
    static List<String> lines(SourceText source, Finding finding, int width, Palette palette) {
        Fix fix = finding.fixOrNull();
        if (fix == null || fix.edits().isEmpty() || finding.secret()) {
            return List.of();
        }
        List<TextEdit> edits = fix.edits();
        int start = source.lastIndexOf('\n', edits.get(0).range().start() - 1) + 1;
        int lastEdit = edits.get(edits.size() - 1).range().end();
        int end = source.indexOf('\n', lastEdit);
        end = end < 0 ? source.length() : end;
        if (lastEdit > source.length()) {
            return List.of();
        }
        StringBuilder after = new StringBuilder();
        int from = start;
        for (TextEdit edit : edits) {
            after.append(source, from, edit.range().start()).append(edit.replacement());
            from = edit.range().end();
        }
        after.append(source, from, end);
        List<String> gone = source.substring(start, end).lines().toList();
        List<String> come = after.toString().lines().toList();
        if (gone.size() > MOST_LINES || come.size() > MOST_LINES) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        gone.stream()
                .filter(line -> !come.contains(line))
                .forEach(line -> lines.add(palette.error(cut("- " + line, width))));
        come.stream()
                .filter(line -> !gone.contains(line))
                .forEach(line -> lines.add(palette.good(cut("+ " + line, width))));
        return lines;
    }

    private static String cut(String line, int width) {
        int widest = Math.max(MARGIN, width - MARGIN);
        return line.codePointCount(0, line.length()) <= widest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, widest - 1)) + "…";
    }
}
