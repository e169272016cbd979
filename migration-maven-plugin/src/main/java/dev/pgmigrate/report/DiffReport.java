package dev.pgmigrate.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.pgmigrate.goal.FileChange;
import java.util.List;

/** Changes of files as a unified diff, as {@code git diff} shows it. */
public final class DiffReport {
    private static final int CONTEXT = 3;

    private DiffReport() {}

    /** Returns the lines of the diff of one file. */
    public static List<ConsoleLine> of(FileChange change, Palette palette) {
        List<String> before = lines(change.before());
        List<String> after = lines(change.after());
        return UnifiedDiffUtils.generateUnifiedDiff(
                        "a/" + change.path(), "b/" + change.path(), before, DiffUtils.diff(before, after), CONTEXT)
                .stream()
                .flatMap(line -> palette.paint(coloured(line, palette)).stream())
                .map(ConsoleLine::info)
                .toList();
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\r\n|\n|\r", -1));
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
