package dev.pgmigrate.plugin;

import dev.pgmigrate.report.Console;
import dev.pgmigrate.report.ConsoleLine;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The parameters that all goals on folders of migrations share. */
abstract class AbstractMigrateMojo extends AbstractMojo {
    private static final Object PRINTING = new Object();

    /** Whether to skip the goal. */
    @Parameter(property = "migrate.skip", defaultValue = "false")
    boolean skip;

    /**
     * The folders with migrations. Defaults to whichever exists of {@code src/main/resources/db/migration}, {@code
     * supabase/migrations}, {@code db/migrations} and {@code migrations}.
     */
    @Parameter(property = "migrate.locations")
    @Nullable
    List<String> locations;

    /** The folder with rollbacks. Defaults to the folder {@code rollback} beside each folder with migrations. */
    @Parameter(property = "migrate.rollbackLocation")
    @Nullable
    File rollbackLocation;

    /** Where the reports are written. Defaults to {@code migrate} in the build directory, {@code target/migrate}. */
    @Parameter(property = "migrate.reportDirectory")
    @Nullable
    File reportDirectory;

    /**
     * The reports to make: {@code console}, {@code json}, {@code sarif}, {@code junit}, {@code github}, {@code gitlab},
     * {@code markdown} and {@code html}. Defaults to the console, plus the native report on GitHub Actions and GitLab CI. JSON is always
     * written.
     */
    @Parameter(property = "migrate.reports")
    @Nullable
    List<String> reports;

    /** How many findings the console shows in full; the rest is counted, and stands in the reports. */
    @Parameter(property = "migrate.maxFindings", defaultValue = "50")
    int maxFindings = Console.MAX_FINDINGS;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    @Nullable
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    @Nullable
    MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    @Nullable
    MojoExecution execution;

    @Inject
    @Nullable
    LifecycleExecutor lifecycle;

    @Inject
    @Nullable
    BuildPluginManager plugins;

    /** Returns the configured folders; blanks around the commas between them are none of their names. */
    List<Path> namedFolders() {
        return locations == null
                ? List.of()
                : locations.stream()
                        .map(String::strip)
                        .filter(folder -> !folder.isEmpty())
                        .map(Path::of)
                        .toList();
    }

    @Override
    public Log getLog() {
        return new PrintableLog(super.getLog());
    }

    /** Prints lines that are safe to print and may contain our colours, as one block whatever other modules print. */
    void print(List<ConsoleLine> lines) {
        synchronized (PRINTING) {
            printAlone(lines);
        }
    }

    private void printAlone(List<ConsoleLine> lines) {
        Log log = super.getLog();
        Module module = new Module(this);
        for (ConsoleLine line : lines) {
            String text = module.withCommands(line.text());
            switch (line.level()) {
                case INFO -> log.info(text);
                case WARNING -> log.warn(text);
                case ERROR -> log.error(text);
            }
        }
    }
}
