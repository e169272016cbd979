package dev.pgmigrate.report;

import dev.pgmigrate.goal.Failure;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.lint.Confidence;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.migration.IgnoredFile;
import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.report.ConsoleLine.Level;
import dev.pgmigrate.sql.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A result for people: the table of migrations, each finding with its line and a caret, the counts, and what to do next.
 *
 * <p>Every place is written {@code path:line:column}, which terminals and editors turn into a link.
 */
public final class ConsoleReport {
    private static final int MOST_INFORMATION = 20;

    private static final int MOST_WORST = 3;

    /** From how many findings on their rules are counted in a table. */
    private static final int MANY = 10;

    private final Console console;
    private final Palette palette;
    private final List<ConsoleLine> lines = new ArrayList<>();

    private ConsoleReport(Console console) {
        this.console = console;
        this.palette = console.palette();
    }

    /** Returns the lines of {@code result} for a console of usual size. */
    public static List<ConsoleLine> of(Result result, Palette palette) {
        return of(result, Console.of(palette));
    }

    /** Returns the lines of {@code result}; what matters most comes last, where the prompt is. */
    public static List<ConsoleLine> of(Result result, Console console) {
        ConsoleReport report = new ConsoleReport(console);
        report.write(result);
        return List.copyOf(report.lines);
    }

    private void write(Result result) {
        new MigrationTable(palette).lines(result).forEach(line -> line(Level.INFO, line));
        ignored(result.ignored());
        information(result);
        findings(result);
        result.failures().forEach(failure -> failure(result, failure));
        DifferenceTree.lines(result.differences(), palette).forEach(text -> line(Level.WARNING, text));
        new RuleCounts(palette).lines(result.findings(), MANY).forEach(text -> line(Level.INFO, text));
        line(Level.INFO, "");
        worst(result);
        line(result.failed() ? Level.ERROR : Level.INFO, Counts.of(result, console.module(), palette));
        result.notes().forEach(note -> line(Level.INFO, note));
        next(result);
    }

    private void line(Level level, String text) {
        palette.paint(text).forEach(line -> lines.add(new ConsoleLine(level, line)));
    }

    private void ignored(List<IgnoredFile> ignored) {
        if (ignored.isEmpty()) {
            return;
        }
        line(Level.INFO, "");
        line(Level.INFO, "Not taken:");
        for (IgnoredFile file : ignored) {
            boolean surprising = file.kind() == IgnoredFile.Kind.MISNAMED
                    || file.kind() == IgnoredFile.Kind.REPEATABLE
                    || file.kind() == IgnoredFile.Kind.STRAY_ROLLBACK
                    || file.kind() == IgnoredFile.Kind.UNSUPPORTED;
            line(surprising ? Level.WARNING : Level.INFO, "  " + file.path() + ": " + file.reason());
        }
    }

    private void findings(Result result) {
        List<FindingGroup> groups = FindingGroup.of(result.findings());
        groups.stream().limit(console.maxFindings()).forEach(group -> finding(result, group));
        long left = groups.stream()
                .skip(console.maxFindings())
                .mapToInt(group -> group.findings().size())
                .sum();
        if (left > 0) {
            line(Level.WARNING, "");
            line(Level.WARNING, "… and " + left + " more in " + console.everything());
        }
    }

    /** The worst once more where the first of them have scrolled away. */
    private void worst(Result result) {
        if (!result.failures().isEmpty() || result.findings().size() <= MANY) {
            return;
        }
        FindingGroup.of(result.findings()).stream()
                .map(FindingGroup::first)
                .filter(finding -> finding.severity() == Severity.ERROR)
                .limit(MOST_WORST)
                .forEach(finding -> line(
                        Level.ERROR,
                        palette.strong(place(finding)) + " " + palette.faint("[" + finding.rule() + "] ")
                                + finding.message()));
    }

    private void finding(Result result, FindingGroup group) {
        Finding finding = group.first();
        Level level = level(finding.severity());
        line(level, "");
        line(
                level,
                palette.strong(place(finding)) + " " + severity(finding.severity()) + " "
                        + palette.faint("[" + finding.rule() + "]"));
        line(level, message(finding));
        if (!isAboutTheFile(finding)) {
            excerpt(result, level, finding.file(), finding.start(), finding.end());
        }
        line(level, "  " + palette.faint("→ ") + finding.advice());
        result.source(finding.file())
                .ifPresent(source -> SmallDiff.lines(source, finding, console.width(), palette)
                        .forEach(text -> line(level, "    " + text)));
        if (!group.others().isEmpty()) {
            line(level, "  " + group.others());
        }
    }

    private static String message(Finding finding) {
        return "  " + finding.message()
                + (finding.confidence() == Confidence.ASSUMED ? " (Assumed: the files do not show everything.)" : "");
    }

    private static Level level(Severity severity) {
        return switch (severity) {
            case ERROR -> Level.ERROR;
            case WARNING -> Level.WARNING;
            case INFO, OFF -> Level.INFO;
        };
    }

    private String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> palette.error(severity.word());
            case WARNING -> palette.warning(severity.word());
            case INFO, OFF -> severity.word();
        };
    }

    /** Information never fails a build: one line each, and only the first of many. */
    private void information(Result result) {
        List<Finding> information = result.findings().stream()
                .filter(finding -> finding.severity() == Severity.INFO)
                .toList();
        if (information.isEmpty()) {
            return;
        }
        line(Level.INFO, "");
        information.stream()
                .limit(MOST_INFORMATION)
                .forEach(finding -> line(
                        Level.INFO,
                        place(finding) + " info " + palette.faint("[" + finding.rule() + "]") + message(finding)));
        if (information.size() > MOST_INFORMATION) {
            line(Level.INFO, "… and " + (information.size() - MOST_INFORMATION) + " more in " + console.everything());
        }
    }

    /** Returns the place of a finding; one about the whole file has only the file. */
    static String place(Finding finding) {
        return isAboutTheFile(finding)
                ? finding.file()
                : finding.file() + ":" + finding.start().line() + ":"
                        + finding.start().column();
    }

    static boolean isAboutTheFile(Finding finding) {
        return finding.range().length() == 0 && finding.range().start() == 0;
    }

    private void failure(Result result, Failure failure) {
        line(Level.ERROR, "");
        String place = failure.place();
        if (!place.isEmpty()) {
            line(Level.ERROR, palette.strong(place) + " " + palette.error("failed"));
        }
        line(Level.ERROR, "  " + failure.message());
        Position start = failure.startOrNull();
        String path = failure.pathOrNull();
        if (start != null && path != null) {
            Position end = failure.endOrNull();
            excerpt(result, Level.ERROR, path, start, end == null ? start : end);
        }
        failure.error().ifPresent(this::serverError);
        if (!failure.advice().isEmpty()) {
            line(Level.ERROR, "  " + palette.faint("→ ") + failure.advice());
        }
    }

    private void serverError(ServerError error) {
        line(Level.ERROR, "  " + palette.faint("SQLSTATE ") + error.sqlState());
        error.detail().ifPresent(detail -> line(Level.ERROR, "  " + palette.faint("Detail   ") + detail.strip()));
        error.hint().ifPresent(hint -> line(Level.ERROR, "  " + palette.faint("Hint     ") + hint.strip()));
        error.query().ifPresent(query -> line(Level.ERROR, "  " + palette.faint("Query    ") + query.strip()));
        error.where().ifPresent(where -> line(Level.ERROR, "  " + palette.faint("Where    ") + where.strip()));
    }

    private void excerpt(Result result, Level level, String path, Position start, Position end) {
        result.source(path)
                .ifPresent(source -> new Excerpt(source, console.width(), palette)
                        .show(start, end)
                        .forEach(text -> line(level, text)));
    }

    private void next(Result result) {
        List<Finding> findings = result.findings().stream()
                .filter(finding -> finding.severity().isAtLeast(Severity.WARNING))
                .toList();
        long fixable =
                findings.stream().filter(finding -> finding.fix().isPresent()).count();
        if (fixable > 0 && !result.goal().equals("fix")) {
            line(
                    Level.INFO,
                    (fixable == findings.size() ? "All" : fixable + " of them") + " can be rewritten for you: "
                            + palette.strong("mvn migrate:fix"));
        }
        findings.stream()
                .min(Comparator.comparing(Finding::severity))
                .map(Finding::rule)
                .ifPresent(rule -> line(
                        Level.INFO, "More on a rule: " + palette.strong("mvn migrate:explain -Dmigrate.rule=" + rule)));
    }
}
