package dev.pgmigrate.plugin;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.goal.DisposableDatabase;
import dev.pgmigrate.goal.Start;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.ConnectionTarget;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Starts a PostgreSQL for this build, with a database for this module to which all migrations are applied, and publishes it
 * as the project properties {@code migrate.embedded.url}, {@code migrate.embedded.jdbcUrl}, {@code migrate.embedded.user}
 * and {@code migrate.embedded.password}, for every plugin and forked test that follows. It ends with Maven.
 */
@Mojo(name = "start", requiresProject = false, defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class StartMojo extends AbstractMigrateMojo {
    private final RepositorySystem resolver;

    /** The major version of PostgreSQL to start. Defaults to the one of {@code supabase/config.toml}, else the newest. */
    @Parameter(property = "migrate.postgresVersion")
    @Nullable
    String postgresVersion;

    /**
     * What to run before the first migration: SQL files, {@code supabase} for a stand-in of a Supabase database, or
     * {@code history}. Defaults to {@code supabase} if the files are for Supabase; {@code none} turns that off.
     */
    @Parameter(property = "migrate.prelude")
    @Nullable
    List<String> prelude;

    @Inject
    StartMojo(RepositorySystem resolver) {
        this.resolver = resolver;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        MavenProject module = Module.require(project);
        if (module.getContextValue(ConnectionTarget.class.getName()) instanceof ConnectionTarget started) {
            publish(module, started);
            getLog().info("This module's database is there: " + started.url() + ".");
            return;
        }
        new MavenRun(this).run(folders -> {
            ConnectionTarget target = database(folders);
            module.setContextValue(ConnectionTarget.class.getName(), target);
            publish(module, target);
            getLog().info("The database of this module is " + target.url() + ", until Maven ends.");
            return Start.run(
                    folders,
                    target,
                    MigratorSettings.defaults(Module.require(execution).getVersion()));
        });
    }

    private ConnectionTarget database(MigrationFolders folders) throws MojoExecutionException {
        MavenSession build = Module.require(session);
        List<SqlFile> before = prelude == null || prelude.isEmpty()
                ? Start.preludes(folders)
                : PreludeParameter.files(prelude, folders.base());
        return EmbeddedDatabases.of(
                build,
                new PostgresJars(resolver, this),
                postgresVersion == null ? PostgresVersion.NEWEST : LintParameters.postgresVersion(postgresVersion),
                Module.require(project).getArtifactId(),
                made -> DisposableDatabase.prepare(made, before, HistoryTable.DEFAULT));
    }

    private static void publish(MavenProject module, ConnectionTarget target) {
        String password = Objects.requireNonNullElse(target.passwordOrNull(), "");
        Properties properties = module.getProperties();
        properties.setProperty(
                ParameterNames.EMBEDDED + "url",
                target.url().replaceFirst("^jdbc:postgresql://", "postgres://" + target.user() + "@"));
        properties.setProperty(ParameterNames.EMBEDDED + "jdbcUrl", target.url());
        properties.setProperty(ParameterNames.EMBEDDED + "user", target.user());
        properties.setProperty(ParameterNames.EMBEDDED + "password", password);
    }
}
