package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.Check;
import dev.pgmigrate.goal.Health;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.goal.SchemaFile;
import dev.pgmigrate.migration.MigrationFolders;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Checks the migrations against all rules and, if a database is configured, lists what is pending, changed or missing
 * there. Writes nothing to a database; without one it is the same as {@code lint}.
 */
@Mojo(name = "check", requiresProject = false, defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractDatabaseMojo {
    /** Whether a pending migration fails the goal. */
    @Parameter(property = "migrate.failOnPending", defaultValue = "false")
    boolean failOnPending;

    /**
     * Whether to look, on a disposable server, whether the database is what its history says, and to say so in one line; drift fails the goal.
     */
    @Parameter(property = "migrate.drift", defaultValue = "false")
    boolean drift;

    /**
     * Which differences to leave out: {@code owners}, {@code grants}, {@code comments}; a kind, {@code triggers}; a kind and a
     * name, {@code table audit.*}; a name and a property, {@code public.users#storage parameters}.
     */
    @Parameter(property = "migrate.ignore")
    @Nullable
    List<String> ignore;

    /**
     * The file with the schema that the migrations make, {@code db/schema.sql}, as {@code migrate:schema} writes it; the goal
     * fails where it is not of these migrations. By default there is none.
     */
    @Parameter(property = "migrate.schemaFile")
    @Nullable
    String schemaFile;

    /**
     * Whether to examine the health of the database as well, or of the schema that the migrations make if none is configured;
     * see {@code migrate:health}.
     */
    @Parameter(property = "migrate.health", defaultValue = "false")
    boolean health;

    @Inject
    CheckMojo(RepositorySystem resolver, SettingsDecrypter decrypter) {
        super(resolver, decrypter);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new MavenRun(this)
                .run(folders -> Health.judged(
                        SchemaFile.judged(checked(folders), folders, SchemaMojo.fileOrNull(schemaFile, folders)),
                        health ? new HealthParameters(resolver, this).request(folders, this) : null));
    }

    private Result checked(MigrationFolders folders) throws MojoExecutionException {
        return Check.run(new Check.Request(
                folders,
                LintParameters.settings(this),
                LintParameters.acceptance(this),
                database().configured(),
                outOfOrder,
                failOnPending,
                new DriftParameters(this).lookOrNull(drift, ignore, folders),
                BuildMemory.of(this)));
    }
}
