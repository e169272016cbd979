package dev.pgmigrate.plugin;

import dev.pgmigrate.drift.Exclusions;
import dev.pgmigrate.goal.Database;
import dev.pgmigrate.goal.LocalDatabases;
import dev.pgmigrate.goal.ProtectedDatabases;
import dev.pgmigrate.goal.Reset;
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

/**
 * Brings a database of this machine to what the files make, for instance after {@code git pull}: drops everything but
 * extensions and the platform's schemas, applies all migrations, and runs the seeds: those of {@code supabase/config.toml},
 * usually {@code supabase/seed.sql}, and {@code src/migrate/seed/*.sql}. Says first what it drops, and drops rows only with {@code -Dmigrate.write} or where the database is
 * listed in {@code local}.
 */
@Mojo(name = "reset", requiresProject = false, threadSafe = true)
public final class ResetMojo extends AbstractRunMojo {
    /**
     * The databases that a reset may empty beside those of this machine, and with their rows: patterns of hosts, databases or
     * {@code host/database}, such as {@code *.dev.example.com}.
     */
    @Parameter(property = "migrate.local")
    @Nullable
    List<String> local;

    @Inject
    ResetMojo(RepositorySystem resolver, SettingsDecrypter decrypter) {
        super(resolver, decrypter);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new MavenRun(this).run(this::reset);
    }

    private Result reset(MigrationFolders folders) throws MojoExecutionException {
        DatabaseParameters parameters = database();
        Database database = parameters.required();
        new ProtectedDatabases(protectedDatabases == null ? List.of() : protectedDatabases)
                .require(database.target(), null);
        boolean listed = new LocalDatabases(local == null ? List.of() : local).require(database.target());
        return Reset.run(new Reset.Request(
                folders,
                database,
                parameters.settings(this, null, true),
                LintParameters.settings(this),
                new Exclusions(historySchema, historyTable, false),
                write || listed,
                Reset.seeds(folders),
                getLog()::info,
                new ApplyLog(getLog(), endOrphan)));
    }
}
