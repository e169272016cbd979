package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.Fix;
import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.report.DiffReport;
import dev.pgmigrate.report.Palette;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Rewrites migrations where a rule can do so safely. Shows the difference, and writes it with {@code -Dmigrate.write}. Files
 * older than {@code lintFrom} are left alone.
 */
@Mojo(name = "fix", threadSafe = true)
public final class FixMojo extends AbstractLintMojo {
    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new MavenRun(this).run(folders -> {
            Fix.Outcome outcome =
                    Fix.run(new Fix.Request(folders, LintParameters.settings(this), AppliedVersions.UNKNOWN, write));
            Palette palette = Terminal.palette(session);
            outcome.changes().forEach(change -> DiffReport.of(change, palette).forEach(getLog()::info));
            return outcome.result();
        });
    }
}
