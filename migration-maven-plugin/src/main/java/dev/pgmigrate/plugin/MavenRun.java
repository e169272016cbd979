package dev.pgmigrate.plugin;

import dev.pgmigrate.apply.history.HistoryException;
import dev.pgmigrate.failure.ExplainedException;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.goal.StoppedException;
import dev.pgmigrate.migration.FileChangedException;
import dev.pgmigrate.migration.MigrationFolderException;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.report.Headline;
import dev.pgmigrate.report.Printable;
import dev.pgmigrate.server.DisposablePostgresException;
import dev.pgmigrate.server.LockWaitException;
import dev.pgmigrate.server.ServerException;
import java.io.IOError;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * Runs a goal the way Maven expects: only where it belongs, with its reports written before it fails, and with the right
 * exception.
 */
final class MavenRun {
    private final AbstractMigrateMojo mojo;
    private final Log log;
    private final Module module;

    /** The work of a goal on its folders. */
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
     * Does {@code work} if it belongs here, and reports; a goal from the command line runs in each module that declares
     * it.
     *
     * @throws MojoFailureException if the goal failed: findings, a failed proof
     * @throws MojoExecutionException if the goal could not run
     */
    void run(Work work) throws MojoExecutionException, MojoFailureException {
        new OtherModules(mojo).after(() -> runHere(work));
    }

    private void runHere(Work work) throws MojoExecutionException, MojoFailureException {
        new SettingsFile(mojo).apply();
        if (mojo.skip) {
            log.info("Skipped, since migrate.skip is set.");
            return;
        }
        if (!module.isPlaceOfTheGoal()) {
            log.debug("Nothing to do here: this module's own pom does not declare the plugin.");
            return;
        }
        new MisspeltParameters(log, Module.require(mojo.session), Module.require(mojo.execution)).name();
        Result result;
        try {
            Reporting reporting = new Reporting(mojo);
            result = result(work, reporting);
            reporting.tell(result);
        } catch (MojoExecutionException e) {
            throw printable(
                    new MojoExecutionException(module.withCommands(String.valueOf(e.getMessage())), e.getCause()));
        }
        if (result.failed()) {
            throw new MojoFailureException(module.withCommands(Headline.of(result)));
        }
    }

    /** Returns {@code e} with messages that are safe for Maven to print. */
    static MojoExecutionException printable(MojoExecutionException e) {
        String message = Printable.line(String.valueOf(e.getMessage()));
        return new MojoExecutionException(
                message, e.getCause() == null ? null : PrintableCause.of(message, e.getCause()));
    }

    /** Does {@code work}; if that fails, the reports say why as well. */
    private Result result(Work work, Reporting reporting) throws MojoExecutionException {
        try {
            ProjectDefaults defaults = new ProjectDefaults(mojo);
            MigrationFolders folders = defaults.folders();
            defaults.fillIn(folders);
            LargeFilesLog large = LargeFilesLog.of(folders, log);
            try {
                return work.on(folders);
            } finally {
                large.close();
            }
        } catch (StoppedException e) {
            reporting.tell(e.result());
            throw explained(e.reason());
        } catch (MojoExecutionException e) {
            throw recorded(e, reporting);
        } catch (RuntimeException e) {
            throw recorded(explained(e), reporting);
        } catch (IOError e) {
            throw recorded(explained(FileChangedException.in(e)), reporting);
        }
    }

    private MojoExecutionException recorded(MojoExecutionException e, Reporting reporting) {
        String goal = Module.require(mojo.execution).getGoal();
        try {
            reporting.record(Result.stopped(goal, module.base(), String.valueOf(e.getMessage())));
        } catch (MojoExecutionException unwritten) {
            // The user has to see what stopped the goal.
            log.warn(String.valueOf(unwritten.getMessage()));
        }
        return e;
    }

    /**
     * Converts a known reason why a goal could not do its work into Maven's exception; anything unexpected is passed on
     * unchanged.
     */
    private MojoExecutionException explained(RuntimeException e) {
        if (e instanceof MigrationFolderException folder) {
            return new MojoExecutionException(module.explain(folder), e);
        }
        if (e instanceof HistoryException history) {
            String grants = history.grants().isEmpty()
                    ? ""
                    : " Someone with the necessary privileges has to run: " + String.join(" ", history.grants());
            return new MojoExecutionException(e.getMessage() + grants, e);
        }
        if (e instanceof DisposablePostgresException server) {
            String output = server.output().isEmpty() ? "" : " It wrote: " + String.join(" | ", server.output());
            return new MojoExecutionException(e.getMessage() + output, e);
        }
        if (e instanceof ExplainedException) {
            return new MojoExecutionException(e.getMessage(), e);
        }
        if (e instanceof LockWaitException) {
            return new MojoExecutionException(e.getMessage(), e);
        }
        if (e instanceof ServerException server) {
            return new MojoExecutionException(
                    "The server refused: " + server.error().message() + " ("
                            + server.error().sqlState() + ").",
                    e);
        }
        throw e;
    }
}
