package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.Result;
import dev.pgmigrate.migration.Git;
import dev.pgmigrate.report.Console;
import dev.pgmigrate.report.ConsoleLine;
import dev.pgmigrate.report.ConsoleReport;
import dev.pgmigrate.report.GithubReport;
import dev.pgmigrate.report.MarkdownReport;
import dev.pgmigrate.report.ReportForm;
import dev.pgmigrate.report.ReportOrigin;
import dev.pgmigrate.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
        Reports.loadAhead();
    }

    /**
     * Writes the files, then to the console, which shows what happened even if the files cannot be written. Both are made
     * at the same time.
     *
     * @throws MojoExecutionException if a file cannot be written
     */
    void tell(Result result) throws MojoExecutionException {
        if (!forms.contains(ReportForm.CONSOLE)) {
            record(result);
            return;
        }
        Console console = console(result);
        CompletableFuture<List<ConsoleLine>> lines =
                CompletableFuture.supplyAsync(() -> ConsoleReport.of(result, console));
        try {
            record(result);
        } finally {
            mojo.print(lines.join());
        }
    }

    /** Adds the result to the summary of the job, where GitHub Actions names a file for it. */
    private void summarize(Result result) throws MojoExecutionException {
        String file = System.getenv("GITHUB_STEP_SUMMARY");
        if (file == null || file.isBlank()) {
            return;
        }
        try {
            Files.writeString(
                    Path.of(file),
                    new Module(mojo).withCommands(MarkdownReport.of(result).text()),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new MojoExecutionException("Cannot write the summary to " + file + ": " + ReportFiles.reason(e), e);
        }
    }

    private Set<ReportForm> formsOf(Result result) {
        Set<ReportForm> all = EnumSet.copyOf(forms);
        if (writesHtml(result)) {
            all.add(ReportForm.HTML);
        }
        return all;
    }

    private Console console(Result result) {
        Module module = new Module(mojo);
        String file = module.reportName(result.goal()) + (writesHtml(result) ? ".html" : ".json");
        return new Console(
                Terminal.palette(mojo.session),
                Terminal.width(),
                Math.max(0, mojo.maxFindings),
                module.shown(module.reports().resolve(file)),
                module.nameInBuild());
    }

    /** A page for a browser is also written where the console does not show everything. */
    private boolean writesHtml(Result result) {
        return forms.contains(ReportForm.HTML) || result.findings().size() > mojo.maxFindings;
    }

    /**
     * Writes the files, so that none from an earlier run remain, and the output that a CI service reads.
     *
     * @throws MojoExecutionException if a file cannot be written
     */
    void record(Result result) throws MojoExecutionException {
        Module module = new Module(mojo);
        Path folder = module.reports();
        ReportOrigin origin = origin(result);
        if (forms.contains(ReportForm.GITHUB)) {
            Terminal.print(GithubReport.of(result, origin.prefix()).stream()
                    .map(module::withCommands)
                    .toList());
            summarize(result);
        }
        try {
            ReportFiles.write(
                    folder,
                    Reports.files(result, module.reportName(result.goal()), formsOf(result), origin),
                    module::withCommands);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "Cannot write the report to " + folder + ": " + ReportFiles.reason(e)
                            + ". Make the folder writable, or set migrate.reportDirectory.",
                    e);
        }
    }

    private ReportOrigin origin(Result result) {
        MojoExecution execution = mojo.execution;
        // Git is asked only for the report that shows its answer.
        Optional<String> commit =
                writesHtml(result) ? Git.ask(result.base(), "rev-parse", "--short", "HEAD") : Optional.empty();
        return new ReportOrigin(
                new Module(mojo).nameWithVersion(),
                commit.orElse(""),
                ReportParameters.prefix(result.base()),
                execution == null ? "" : execution.getVersion(),
                ZonedDateTime.now(ZoneId.systemDefault()));
    }
}
