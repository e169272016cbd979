package dev.pgmigrate.plugin;

import dev.pgmigrate.report.ReportForm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** Decides which reports a build writes, and what their paths are relative to. */
final class ReportParameters {
    private ReportParameters() {}

    /**
     * Returns the requested reports; by default the console, plus the native report on GitHub Actions and GitLab CI.
     *
     * @param environment the variables that identify a CI service
     */
    static Set<ReportForm> forms(@Nullable List<String> words, Map<String, String> environment)
            throws MojoExecutionException {
        Set<ReportForm> forms = EnumSet.noneOf(ReportForm.class);
        if (words != null && !words.isEmpty()) {
            for (String word : words) {
                forms.add(LintParameters.constant(ReportForm.class, "reports", word));
            }
            return forms;
        }
        forms.add(ReportForm.CONSOLE);
        if ("true".equals(environment.get("GITHUB_ACTIONS"))) {
            forms.add(ReportForm.GITHUB);
        }
        if ("true".equals(environment.get("GITLAB_CI"))) {
            forms.add(ReportForm.GITLAB);
        }
        return forms;
    }

    /** Returns the path from the repository's root to {@code base}, ending in {@code /}; empty without a repository. */
    static String prefix(Path base) {
        Path folder = base.toAbsolutePath().normalize();
        for (Path root = folder; root != null; root = root.getParent()) {
            if (Files.exists(root.resolve(".git"))) {
                String path = root.relativize(folder).toString().replace('\\', '/');
                return path.isEmpty() ? "" : path + "/";
            }
        }
        return "";
    }
}
