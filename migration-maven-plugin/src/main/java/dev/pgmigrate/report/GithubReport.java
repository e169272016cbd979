package dev.pgmigrate.report;

import dev.pgmigrate.goal.Failure;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A result as workflow commands of GitHub Actions, which annotate the lines of a pull request. */
public final class GithubReport {
    private GithubReport() {}

    /**
     * Returns a command for each failure and finding, the worst first, since GitHub shows ten of a kind; each has to be at the start of an output line.
     *
     * @param prefix the path from the repository's root to the result's files; empty, or ending in {@code /}
     */
    public static List<String> of(Result result, String prefix) {
        List<String> commands = new ArrayList<>();
        for (Failure failure : result.failures()) {
            String place = failure.path()
                    .map(path -> " file=" + property(prefix + path)
                            + failure.start()
                                    .map(start -> ",line=" + start.line() + ",col=" + start.column())
                                    .orElse(""))
                    .orElse("");
            commands.add("::error" + place + "::" + data(Sentences.of(failure.message(), failure.advice())));
        }
        for (Finding finding : worstFirst(result)) {
            commands.add("::" + command(finding.severity())
                    + " file=" + property(prefix + finding.file())
                    + ",line=" + finding.start().line()
                    + ",endLine=" + finding.end().line()
                    + ",col=" + finding.start().column()
                    + ",endColumn=" + finding.end().column()
                    + ",title=" + property(finding.rule().value())
                    + "::" + data(Sentences.of(finding.message(), finding.advice())));
        }
        return commands;
    }

    private static List<Finding> worstFirst(Result result) {
        return result.findings().stream()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }

    private static String command(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO, OFF -> "notice";
        };
    }

    private static String data(String text) {
        return Printable.block(text).replace("%", "%25").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(Printable.line(text)).replace(":", "%3A").replace(",", "%2C");
    }
}
