package dev.pgmigrate.plugin;

import dev.pgmigrate.drift.DriftComparison;
import dev.pgmigrate.drift.Exclusions;
import dev.pgmigrate.drift.IgnorePatterns;
import dev.pgmigrate.goal.Diff;
import dev.pgmigrate.goal.DiffSide;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.PostgresBinaries;
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
            PostgresJars jars = new PostgresJars(resolver, this);
            return Diff.run(new Diff.Request(
                    folders,
                    left,
                    right,
                    new DriftComparison(
                            new Exclusions(historySchema, historyTable, both),
                            IgnorePatterns.of(ignore == null ? List.of() : ignore)),
                    failOnDrift == null ? live : failOnDrift,
                    version -> DisposablePostgres.start(PostgresBinaries.unpack(jars.require(version)))));
        }
    }
}
