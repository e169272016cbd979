package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.Result;
import dev.pgmigrate.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** Shows the SQL of a dry run, and writes it beside the reports. */
final class DryRun {
    private final AbstractMigrateMojo mojo;
    private final boolean wanted;
    private final String name;
    private @Nullable String script;
    private String shown = "";

    DryRun(AbstractMigrateMojo mojo, boolean wanted, String goal) {
        this.mojo = mojo;
        this.wanted = wanted;
        this.name = goal + ".sql";
    }

    /** Returns the receiver of a script, as it runs and as it may be shown, or null if this is not a dry run. */
    @Nullable
    BiConsumer<String, String> takerOrNull() {
        return wanted ? this::take : null;
    }

    private void take(String text, String mayBeShown) {
        script = text;
        shown = mayBeShown;
    }

    /** Writes the script that was received, and says where; the script of an earlier run is removed. */
    Result written(Result result) throws MojoExecutionException {
        if (!wanted) {
            return result;
        }
        Path folder = new Module(mojo).reports();
        String text = script;
        try {
            if (text == null) {
                Files.deleteIfExists(folder.resolve(name));
                return result;
            }
            ReportFiles.write(folder, List.of(new Reports.File(name, out -> out.write(text))));
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "Cannot write the SQL to " + folder + ": " + e.getMessage()
                            + ". Make the folder writable, or set migrate.reportDirectory.",
                    e);
        }
        shown.lines().forEach(mojo.getLog()::info);
        return result.withNote("The SQL is in " + folder.resolve(name) + ".");
    }
}
