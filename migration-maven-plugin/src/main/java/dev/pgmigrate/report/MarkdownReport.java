package dev.pgmigrate.report;

import dev.pgmigrate.goal.Result;
import dev.pgmigrate.lint.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A result as Markdown, for a comment on a pull request or the summary of a workflow. */
public final class MarkdownReport {
    private static final int MOST = 30;

    private MarkdownReport() {}

    /** Returns what happened, then failures and the worst findings in a table. */
    public static ReportText of(Result result) {
        String text = text(result);
        return out -> out.write(text);
    }

    private static String text(Result result) {
        List<String> lines = new ArrayList<>();
        lines.add("### " + (result.failed() ? "❌ " : "✅ ") + cell(Counts.of(result, "", Palette.PLAIN)));
        lines.add("");
        result.failures()
                .forEach(failure -> lines.add("- **" + cell(failure.place()) + "** "
                        + cell(Sentences.of(failure.message(), failure.advice()))));
        table(result, lines);
        differences(result, lines);
        lines.add("");
        result.notes().forEach(note -> lines.add("- " + cell(note)));
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static void table(Result result, List<String> lines) {
        List<FindingGroup> groups = FindingGroup.of(result.findings());
        if (groups.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("| | place | rule | what |");
        lines.add("| --- | --- | --- | --- |");
        groups.stream().limit(MOST).forEach(group -> lines.add(row(group)));
        if (groups.size() > MOST) {
            lines.add("");
            lines.add("… and " + (groups.size() - MOST) + " more.");
        }
    }

    private static void differences(Result result, List<String> lines) {
        List<String> tree = DifferenceTree.lines(result.differences(), Palette.PLAIN);
        if (tree.isEmpty()) {
            return;
        }
        // A body of a function may hold a fence itself.
        String fence = "`"
                .repeat(3
                        + tree.stream()
                                .mapToInt(MarkdownReport::backticks)
                                .max()
                                .orElse(0));
        lines.add("");
        lines.add(fence + "text");
        lines.addAll(tree);
        lines.add(fence);
    }

    private static int backticks(String line) {
        return (int) line.chars().filter(c -> c == '`').count();
    }

    private static String row(FindingGroup group) {
        Finding finding = group.first();
        String others = group.findings().size() > 1 ? " (" + group.findings().size() + " times)" : "";
        return "| " + finding.severity().word() + " | `" + cell(ConsoleReport.place(finding)) + "` | `" + finding.rule()
                + "` | " + cell(Sentences.of(finding.message(), finding.advice())) + others + " |";
    }

    private static String cell(String text) {
        return Printable.line(text).replace("|", "\\|").replace("<", "&lt;");
    }
}
