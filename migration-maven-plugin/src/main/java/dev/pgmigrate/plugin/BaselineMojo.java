package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.Baseline;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Starts the history of a database that already has objects: at a version, or with what Flyway, the Supabase CLI or a table
 * {@code schema_migrations} says is applied. Runs no migration and only reads the other tool's table.
 */
@Mojo(name = "baseline", threadSafe = true)
public final class BaselineMojo extends AbstractDatabaseMojo {
    private final RepositorySystem resolver;
    private final SettingsDecrypter decrypter;

    /** The newest version that the database already has. */
    @Parameter(property = "migrate.baselineVersion")
    @Nullable
    String baselineVersion;

    /** The table of another tool, {@code schema.table}, that says what is applied; {@code auto} for the only one. */
    @Parameter(property = "migrate.adopt")
    @Nullable
    String adopt;

    /** Whether to change nothing, and to show the SQL that would run and write it to {@code target/migrate/baseline.sql}. */
    @Parameter(property = "migrate.dryRun", defaultValue = "false")
    boolean dryRun;

    @Inject
    BaselineMojo(RepositorySystem resolver, SettingsDecrypter decrypter) {
        this.resolver = resolver;
        this.decrypter = decrypter;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new MavenRun(this).run(folders -> {
            DatabaseParameters parameters = new DatabaseParameters(this, resolver, decrypter);
            DryRun script = new DryRun(this, dryRun, "baseline");
            return script.written(Baseline.run(new Baseline.Request(
                    folders,
                    parameters.required(),
                    parameters.settings(null, false, null, null),
                    BaselineParameters.version(this),
                    BaselineParameters.table(this),
                    script.orNull())));
        });
    }
}
