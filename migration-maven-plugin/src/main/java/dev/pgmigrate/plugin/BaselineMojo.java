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
 * Starts the history of a database that already has objects: at a version, or with what Flyway, the Supabase CLI or a
 * table {@code schema_migrations} has recorded as applied. Runs no migration, and only reads the other tool's table.
 */
@Mojo(name = "baseline", requiresProject = false, threadSafe = true)
public final class BaselineMojo extends AbstractWritingMojo {
    /** The newest version that the database already has. */
    @Parameter(property = "migrate.baselineVersion")
    @Nullable
    String baselineVersion;

    /**
     * Where to read which migrations are applied: the table of another tool, {@code schema.table}; the tool that owns it,
     * such as {@code flyway} or {@code supabase}; or {@code auto} if there is only one. The result is shown first, and
     * written with {@code -Dmigrate.write}.
     */
    @Parameter(property = "migrate.adopt")
    @Nullable
    String adopt;

    /**
     * The files that ambiguous rows of the other table refer to: {@code 003=003_add_email.sql,004=none}, with {@code
     * none} where no file ran.
     */
    @Parameter(property = "migrate.adoptFiles")
    @Nullable
    String adoptFiles;

    /**
     * Whether to change nothing, but show the SQL that would run and write it to {@code target/migrate/baseline.sql}.
     */
    @Parameter(property = "migrate.dryRun", defaultValue = "false")
    boolean dryRun;

    @Inject
    BaselineMojo(RepositorySystem resolver, SettingsDecrypter decrypter) {
        super(resolver, decrypter);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new MavenRun(this).run(folders -> {
            DatabaseParameters parameters = database();
            DryRun script = new DryRun(this, dryRun, "baseline");
            ApplyLog log = new ApplyLog(getLog(), false);
            return script.written(Baseline.run(new Baseline.Request(
                    folders,
                    parameters.writable(this, !dryRun && (write || baselineVersion != null)),
                    parameters.settings(),
                    BaselineParameters.start(this),
                    write,
                    script.takerOrNull(),
                    (holder, waited) -> log.waitingForLock(holder.orElse(null), waited))));
        });
    }
}
