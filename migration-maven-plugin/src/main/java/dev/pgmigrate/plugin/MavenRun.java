package dev.pgmigrate.plugin;

import dev.pgmigrate.apply.history.HistoryException;
import dev.pgmigrate.failure.ExplainedException;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.migration.MigrationFolderException;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.report.Headline;
import dev.pgmigrate.report.Printable;
import dev.pgmigrate.server.DisposablePostgresException;
import dev.pgmigrate.server.ServerException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * Runs a goal as Maven expects it: only where it belongs, with its reports written before it fails, and with the right
 * exception.
 */
final class MavenRun {
    private final AbstractMigrateMojo mojo;
    private final Log log;
    private final Module module;

    /** What a goal does with its folders. */
    @FunctionalInterface
    interface Work {
        Result on(MigrationFolders folders) throws MojoExecutionException;
    }

    MavenRun(AbstractMigrateMojo mojo) {
        this.mojo = mojo;
        this.log = mojo.getLog();
        this.module = new Module(mojo);
    }

    /**
     * Does {@code work} if this is the place for it, and reports.
     *
     * @throws MojoFailureException if the goal failed: findings, a failed proof
     * @throws MojoExecutionException if the goal could not run
     */
    void run(Work work) throws MojoExecutionException, MojoFailureException {
        new SettingsFile(mojo).apply();
        if (mojo.skip) {
            log.info("Skipped, since migrate.skip is set.");
            return;
        }
        if (!module.isPlaceOfTheGoal()) {
            log.debug("Nothing to do here: this module's own pom does not declare the plugin.");
            return;
        }
        Result result;
        try {
            Reporting reporting = new Reporting(mojo);
            result = result(work);
            reporting.tell(result);
        } catch (MojoExecutionException e) {
            throw printable(e);
        }
        if (result.failed()) {
            throw new MojoFailureException(Headline.of(result));
        }
    }

    /** Returns {@code e} with messages that Maven can print as they are. */
    static MojoExecutionException printable(MojoExecutionException e) {
        return new MojoExecutionException(
                Printable.line(String.valueOf(e.getMessage())),
                e.getCause() == null ? null : PrintableCause.of(e.getCause()));
    }

    /** Does {@code work}, and says in Maven's way why it could not be done. */
    private Result result(Work work) throws MojoExecutionException {
        try {
            return work.on(folders());
        } catch (MigrationFolderException e) {
            throw new MojoExecutionException(module.explain(e), e);
        } catch (HistoryException e) {
            String grants = e.grants().isEmpty()
                    ? ""
                    : " Somebody with the rights to do so has to run: " + String.join(" ", e.grants());
            throw new MojoExecutionException(e.getMessage() + grants, e);
        } catch (DisposablePostgresException e) {
            String output = e.output().isEmpty() ? "" : " It wrote: " + String.join(" | ", e.output());
            throw new MojoExecutionException(e.getMessage() + output, e);
        } catch (ExplainedException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (ServerException e) {
            throw new MojoExecutionException(
                    "The server refused: " + e.error().message() + " ("
                            + e.error().sqlState() + ").",
                    e);
        }
    }

    private MigrationFolders folders() {
        List<String> named = mojo.locations == null ? List.of() : mojo.locations;
        File rollback = mojo.rollbackLocation;
        return MigrationFolders.find(
                module.base(), named.stream().map(Path::of).toList(), rollback == null ? null : rollback.toPath());
    }
}
