package dev.pgmigrate.plugin;

import dev.pgmigrate.drift.Exclusions;
import dev.pgmigrate.goal.Database;
import dev.pgmigrate.goal.Health;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.PostgresBinaries;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What the goals that examine a schema take from the parameters. */
final class HealthParameters {
    private static final String GROUP = "io.github.mfvanek";
    private static final String LIBRARY = "pg-index-health-core";
    static final String VERSION = "0.30.0";

    private final RepositorySystem resolver;
    private final AbstractMigrateMojo mojo;

    HealthParameters(RepositorySystem resolver, AbstractMigrateMojo mojo) {
        this.resolver = resolver;
        this.mojo = mojo;
    }

    /**
     * Returns what to examine.
     *
     * @param targetOrNull the database, or null for the schema that the migrations make
     */
    Health.Request request(
            MigrationFolders folders,
            LintSettings settings,
            @Nullable ConnectionTarget targetOrNull,
            Exclusions exclusions,
            @Nullable List<SqlFile> preludesOrNull,
            List<String> searchPath) {
        PostgresJars servers = new PostgresJars(resolver, mojo);
        return new Health.Request(
                folders,
                settings,
                targetOrNull,
                exclusions,
                preludesOrNull,
                searchPath,
                version -> DisposablePostgres.start(PostgresBinaries.unpack(servers.require(version))),
                this::library);
    }

    /** Returns what {@code goal} examines: its database, or what the migrations make where none is configured. */
    Health.Request request(MigrationFolders folders, AbstractDatabaseMojo goal) throws MojoExecutionException {
        DriftParameters drift = new DriftParameters(goal);
        Database database = goal.database().configured();
        return request(
                folders,
                LintParameters.settings(goal),
                database == null ? null : database.target(),
                new Exclusions(goal.historySchema, goal.historyTable, false),
                drift.preludesOrNull(folders),
                drift.searchPath());
    }

    private Path library() {
        try {
            return new OnDemandArtifacts(resolver, mojo).jar(GROUP, LIBRARY, VERSION, "pg-index-health");
        } catch (MojoExecutionException e) {
            throw new MissingJarException(e);
        }
    }
}
