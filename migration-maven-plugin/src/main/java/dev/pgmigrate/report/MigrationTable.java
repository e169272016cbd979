package dev.pgmigrate.report;

import dev.pgmigrate.goal.FileLine;
import dev.pgmigrate.goal.FileState;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The migrations as a table; if there are many, only the newest and those that need attention. */
final class MigrationTable {
    private static final int MOST_LINES = 30;
    private static final int LONGEST_NAME = 60;

    private final Palette palette;

    MigrationTable(Palette palette) {
        this.palette = palette;
    }

    List<String> lines(Result result) {
        List<FileLine> files = result.files();
        if (files.isEmpty()) {
            return List.of();
        }
        List<FileLine> shown = files.size() <= MOST_LINES ? files : selected(result);
        int version = width(shown, "Version", FileLine::version);
        int name = width(shown, "Name", MigrationTable::name);
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(palette.strong(pad("Version", version) + "  " + pad("Name", name) + "  State"));
        if (shown.size() < files.size()) {
            lines.add(palette.faint("… " + (files.size() - shown.size()) + " more"));
        }
        for (FileLine file : shown) {
            lines.add((pad(file.version(), version) + "  " + pad(name(file), name) + "  " + state(result, file))
                    .stripTrailing());
        }
        return lines;
    }

    /** The last of those that have a problem, and the newest. */
    private static List<FileLine> selected(Result result) {
        Set<String> wrong = new HashSet<>();
        for (Finding finding : result.findings()) {
            if (finding.severity() == Severity.ERROR) {
                wrong.add(finding.file());
            }
        }
        List<FileLine> files = result.files();
        boolean[] selected = new boolean[files.size()];
        int left = MOST_LINES;
        for (int i = files.size() - 1; i >= 0 && left > 0; i--) {
            if (isBad(files.get(i).state()) || wrong.contains(files.get(i).path())) {
                selected[i] = true;
                left--;
            }
        }
        Arrays.fill(selected, files.size() - Math.max(1, left), files.size(), true);
        List<FileLine> lines = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            if (selected[i]) {
                lines.add(files.get(i));
            }
        }
        return lines;
    }

    private static boolean isBad(FileState state) {
        return switch (state) {
            case REJECTED, FAILED, CHANGED, MISSING, OUT_OF_ORDER, ELSEWHERE, UNCLEAR -> true;
            case READ, PASSED, NOT_RUN, PENDING, APPLIED, BASELINE, FUTURE, REVERTED, UNMATCHED -> false;
        };
    }

    private String state(Result result, FileLine file) {
        List<String> words = new ArrayList<>();
        String state = file.state().word();
        if (isBad(file.state())) {
            words.add(palette.error(state));
        } else if (file.state() == FileState.PASSED || file.state() == FileState.APPLIED) {
            words.add(palette.good(state));
        } else if (file.state() != FileState.READ) {
            words.add(state);
        }
        List<Finding> findings = result.findingsIn(file.path());
        count(findings, Severity.ERROR, words);
        count(findings, Severity.WARNING, words);
        if (words.isEmpty()) {
            words.add(palette.good("ok"));
        }
        if (!file.remark().isEmpty()) {
            words.add(palette.faint(file.remark()));
        }
        return String.join(", ", words);
    }

    private void count(List<Finding> findings, Severity severity, List<String> words) {
        long count = findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
        if (count > 0) {
            String text = Counts.plural(count, severity.word());
            words.add(severity == Severity.ERROR ? palette.error(text) : palette.warning(text));
        }
    }

    private static String name(FileLine file) {
        String name = Printable.clean(file.version().isEmpty() ? file.path() : file.name());
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    private static int width(List<FileLine> files, String title, Function<FileLine, String> column) {
        return files.stream()
                .map(column)
                .mapToInt(text -> text.codePointCount(0, text.length()))
                .reduce(title.length(), Math::max);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.codePointCount(0, text.length())));
    }
}
