package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.Fix;
import dev.pgmigrate.report.DiffReport;
import dev.pgmigrate.report.Palette;
import dev.pgmigrate.report.Reports;
import dev.pgmigrate.report.UnifiedDiff;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Rewrites migrations where a rule offers a fix, and no file of the folder is worse for it. What a rule wants in a transaction
 * of its own goes into new migrations behind all others: an index, the validation of a constraint, {@code SET NOT NULL} behind
 * the check that proves it, the end of the last file. Shows the changes as a diff, writes it to {@code fix.patch} beside the
 * reports for {@code git apply}, and with {@code -Dmigrate.write} into the files. Files that a configured database says are
 * applied, or that are older than {@code lintFrom}, are left alone.
 */
@Mojo(name = "fix", requiresProject = false, threadSafe = true)
public final class FixMojo extends AbstractDatabaseMojo {
    @Inject
    FixMojo(RepositorySystem resolver, SettingsDecrypter decrypter) {
        super(resolver, decrypter);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new MavenRun(this).run(folders -> {
            Fix.Outcome outcome = Fix.run(new Fix.Request(
                    folders,
                    LintParameters.settings(this),
                    database().configured(),
                    write,
                    LocalDateTime.now(ZoneOffset.UTC)));
            Palette palette = Terminal.palette(session);
            outcome.changes().forEach(change -> print(DiffReport.of(change, palette)));
            writePatch(outcome);
            return outcome.result();
        });
    }

    /** Writes an empty one too, so that none of an earlier run stays. */
    private void writePatch(Fix.Outcome outcome) throws MojoExecutionException {
        Path folder = new Module(this).reports();
        int left = outcome.changes().size() - outcome.patch().size();
        try {
            ReportFiles.write(folder, List.of(new Reports.File("fix.patch", UnifiedDiff.patch(outcome.patch()))));
        } catch (IOException e) {
            throw new MojoExecutionException("Cannot write fix.patch to " + folder + ": " + ReportFiles.reason(e), e);
        }
        if (left > 0) {
            getLog().warn("fix.patch leaves out " + left + " of "
                    + outcome.changes().size() + " files, since they hold a secret.");
        }
    }
}
