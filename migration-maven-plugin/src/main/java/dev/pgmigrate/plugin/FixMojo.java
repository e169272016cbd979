package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.Fix;
import dev.pgmigrate.report.DiffReport;
import dev.pgmigrate.report.Palette;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Rewrites migrations where a rule offers a safe fix. Shows the changes as a diff, and writes them with {@code
 * -Dmigrate.write}. Files that are applied to the configured database, or older than {@code lintFrom}, are left alone.
 */
@Mojo(name = "fix", requiresProject = false, threadSafe = true)
public final class FixMojo extends AbstractDatabaseMojo {
    private final RepositorySystem resolver;
    private final SettingsDecrypter decrypter;

    @Inject
    FixMojo(RepositorySystem resolver, SettingsDecrypter decrypter) {
        this.resolver = resolver;
        this.decrypter = decrypter;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new MavenRun(this).run(folders -> {
            Fix.Outcome outcome = Fix.run(new Fix.Request(
                    folders,
                    LintParameters.settings(this),
                    new DatabaseParameters(this, resolver, decrypter).configured(),
                    write));
            Palette palette = Terminal.palette(session);
            outcome.changes().forEach(change -> print(DiffReport.of(change, palette)));
            return outcome.result();
        });
    }
}
