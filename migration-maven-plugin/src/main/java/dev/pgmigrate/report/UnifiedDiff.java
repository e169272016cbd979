package dev.pgmigrate.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import dev.pgmigrate.goal.FileChange;
import java.util.ArrayList;
import java.util.List;

/** Changes of files as {@code git diff} writes them and {@code git apply} takes them, with the ends of lines as they are. */
public final class UnifiedDiff {
    private static final int CONTEXT = 3;
    private static final String NO_NEWLINE = "\\ No newline at end of file";

    private UnifiedDiff() {}

    /** Returns the patch that makes all {@code changes}. */
    public static ReportText patch(List<FileChange> changes) {
        return out -> {
            for (FileChange change : changes) {
                out.write("diff --git a/" + change.path() + " b/" + change.path() + "\n");
                if (change.before().isEmpty()) {
                    out.write("new file mode 100644\n");
                }
                for (String line : lines(change)) {
                    out.write(line);
                    out.write('\n');
                }
            }
        };
    }

    /** Returns the lines of the diff of one file; each still has the carriage return that it has in the file. */
    static List<String> lines(FileChange change) {
        List<String> before = withEnds(change.before());
        return lines(change.path(), before, DiffUtils.diff(before, withEnds(change.after())));
    }

    /** Returns the lines of the diff that makes {@code patch} in a file of these lines, each with its end. */
    static List<String> lines(String path, List<String> before, Patch<String> patch) {
        // git writes a tab behind a name with blanks, so that no date is looked for in it.
        String end = path.contains(" ") ? "\t" : "";
        String old = before.isEmpty() ? "/dev/null" : "a/" + path + end;
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(old, "b/" + path + end, before, patch, CONTEXT);
        List<String> lines = new ArrayList<>();
        for (String line : diff) {
            if (line.endsWith("\n")) {
                lines.add(line.substring(0, line.length() - 1));
            } else {
                lines.add(line);
                if (lines.size() > 2 && !line.startsWith("@@")) {
                    lines.add(NO_NEWLINE);
                }
            }
        }
        return lines;
    }

    static List<String> withEnds(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
    }
}
