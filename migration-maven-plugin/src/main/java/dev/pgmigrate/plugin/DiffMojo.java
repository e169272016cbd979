package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.Diff;
import dev.pgmigrate.goal.DiffSide;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.migration.MigrationFolders;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Shows the differences between the migrations and a database, or between any two of them. Changes neither. */
@Mojo(name = "diff", requiresProject = false, threadSafe = true)
public final class DiffMojo extends AbstractDatabaseMojo {
    /**
     * What to compare: {@code files} for the schema that the migrations create on a disposable server, {@code files@<git
     * reference>} for the same at a commit, {@code empty}, {@code database} for the configured database, or the URL of
     * another one.
     */
    @Parameter(property = "migrate.from", defaultValue = "files")
    String from = DiffSides.FILES;

    /** What to compare it with, in the same form. */
    @Parameter(property = "migrate.to", defaultValue = "database")
    String to = DiffSides.DATABASE;

    /**
     * Which differences to ignore: {@code owners}, {@code grants}, {@code comments}; a kind, {@code triggers}; a kind and
     * a name, {@code table audit.*}; a name and a property, {@code public.users#storage parameters}.
     */
    @Parameter(property = "migrate.ignore")
    @Nullable
    List<String> ignore;

    /** Whether a difference fails the build. By default it does if a database is compared, but not between files. */
    @Parameter(property = "migrate.failOnDrift")
    @Nullable
    Boolean failOnDrift;

    /**
     * Whether to write the script that makes {@code from} the same as {@code to} to {@code target/migrate/diff.sql}. It is run
     * on a copy first, and what would lose rows is left out without {@code -Dmigrate.write=drops}.
     */
    @Parameter(property = "migrate.script", defaultValue = "false")
    boolean script;

    @Inject
    DiffMojo(RepositorySystem resolver, SettingsDecrypter decrypter) {
        super(resolver, decrypter);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new MavenRun(this).run(this::compare);
    }

    private Result compare(MigrationFolders folders) throws MojoExecutionException {
        try (DiffSides sides = new DiffSides(this, database(), folders)) {
            DiffSide left = sides.side("from", from);
            DiffSide right = sides.side("to", to);
            boolean live = left instanceof DiffSide.Live || right instanceof DiffSide.Live;
            boolean both = left instanceof DiffSide.Live && right instanceof DiffSide.Live;
            DriftParameters drift = new DriftParameters(this);
            DryRun written = new DryRun(this, script, "diff");
            return written.written(Diff.run(new Diff.Request(
                    folders,
                    left,
                    right,
                    drift.comparison(ignore, both),
                    database().history(),
                    failOnDrift == null ? live : failOnDrift,
                    drift.drops(),
                    written.takerOrNull(),
                    drift.server())));
        }
    }
}
