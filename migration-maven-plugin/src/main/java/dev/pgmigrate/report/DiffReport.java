package dev.pgmigrate.report;

import dev.pgmigrate.goal.FileChange;
import java.util.List;

/** Changes of files as a unified diff, as {@code git diff} shows it. */
public final class DiffReport {
    private DiffReport() {}

    /** Returns the lines of the diff of one file. */
    public static List<ConsoleLine> of(FileChange change, Palette palette) {
        return UnifiedDiff.lines(change).stream()
                .flatMap(line -> palette.paint(coloured(line.replaceAll("[\r\t]+$", ""), palette)).stream())
                .map(ConsoleLine::info)
                .toList();
    }

    private static String coloured(String line, Palette palette) {
        if (line.startsWith("+++") || line.startsWith("---")) {
            return palette.strong(line);
        }
        if (line.startsWith("+")) {
            return palette.good(line);
        }
        return line.startsWith("-") ? palette.error(line) : line;
    }
}
