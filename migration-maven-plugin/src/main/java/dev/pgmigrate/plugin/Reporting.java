package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.Result;
import dev.pgmigrate.report.ConsoleReport;
import dev.pgmigrate.report.GithubReport;
import dev.pgmigrate.report.ReportForm;
import dev.pgmigrate.report.Reports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;

/** Presents a result in every form that the build asked for. */
final class Reporting {
    private final AbstractMigrateMojo mojo;
    private final Set<ReportForm> forms;

    /**
     * Reads which reports are requested, before any work is done.
     *
     * @throws MojoExecutionException if the parameter names none
     */
    Reporting(AbstractMigrateMojo mojo) throws MojoExecutionException {
        this.mojo = mojo;
        this.forms = ReportParameters.forms(mojo.reports, System.getenv());
    }

    /**
     * Writes the files, then to the console, which shows what happened even if the files cannot be written.
     *
     * @throws MojoExecutionException if a file cannot be written
     */
    void tell(Result result) throws MojoExecutionException {
        try {
            record(result);
        } finally {
            if (forms.contains(ReportForm.CONSOLE)) {
                mojo.print(ConsoleReport.of(result, Terminal.palette(mojo.session)));
            }
        }
    }

    /**
     * Writes the files, so that none from an earlier run remain, and the output that a CI service reads.
     *
     * @throws MojoExecutionException if a file cannot be written
     */
    void record(Result result) throws MojoExecutionException {
        Path folder = new Module(mojo).reports();
        String prefix = ReportParameters.prefix(result.base());
        MojoExecution execution = mojo.execution;
        String version = execution == null ? "" : execution.getVersion();
        if (forms.contains(ReportForm.GITHUB)) {
            Terminal.print(GithubReport.of(result, prefix));
        }
        try {
            ReportFiles.write(folder, Reports.files(result, forms, prefix, version));
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "Cannot write the report to " + folder + ": " + ReportFiles.reason(e)
                            + ". Make the folder writable, or set migrate.reportDirectory.",
                    e);
        }
    }
}
