package dev.pgmigrate.report;

import dev.pgmigrate.goal.Failure;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.Severity;
import java.util.ArrayList;
import java.util.List;

/** A result as workflow commands of GitHub Actions, which annotate the lines of a pull request. */
public final class GithubReport {
    private GithubReport() {}

    /**
     * Returns a command for each finding and failure; each has to be at the start of an output line.
     *
     * @param prefix the path from the repository's root to the result's files; empty, or ending in {@code /}
     */
    public static List<String> of(Result result, String prefix) {
        List<String> commands = new ArrayList<>();
        for (Finding finding : result.findings()) {
            commands.add("::" + command(finding.severity())
                    + " file=" + property(prefix + finding.file())
                    + ",line=" + finding.start().line()
                    + ",endLine=" + finding.end().line()
                    + ",col=" + finding.start().column()
                    + ",endColumn=" + finding.end().column()
                    + ",title=" + property(finding.rule().value())
                    + "::" + data(finding.message() + " " + finding.advice()));
        }
        for (Failure failure : result.failures()) {
            String place = failure.path()
                    .map(path -> " file=" + property(prefix + path)
                            + failure.start()
                                    .map(start -> ",line=" + start.line() + ",col=" + start.column())
                                    .orElse(""))
                    .orElse("");
            commands.add("::error" + place + "::" + data((failure.message() + " " + failure.advice()).strip()));
        }
        return commands;
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
