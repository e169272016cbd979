package dev.pgmigrate.report;

import dev.pgmigrate.goal.Failure;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.Severity;
import java.util.Comparator;
import java.util.Optional;

/** Says in one line why a goal failed: the worst finding with its place, and how many more there are. */
public final class Headline {
    private Headline() {}

    public static String of(Result result) {
        return Printable.line(sentence(result));
    }

    private static String sentence(Result result) {
        int failures = result.failures().size();
        long findings = result.count(Severity.ERROR);
        Optional<Finding> worst = result.findings().stream().min(Comparator.comparing(Finding::severity));
        if (failures > 0) {
            Failure first = result.failures().get(0);
            String place = first.place().isEmpty() ? "" : first.place() + ": ";
            return place + first.message() + more(failures - 1 + findings);
        }
        if (worst.isEmpty()) {
            return "migrate:" + result.goal() + " failed.";
        }
        Finding finding = worst.get();
        long others = result.count(finding.severity()) - 1;
        return ConsoleReport.place(finding) + " [" + finding.rule() + "] " + finding.message() + more(others);
    }

    private static String more(long count) {
        return count <= 0 ? "" : " (and " + count + " more, listed above)";
    }
}
