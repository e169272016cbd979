package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.Database;
import dev.pgmigrate.goal.Pull;
import dev.pgmigrate.goal.PulledHistory;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.scaffold.Known;
import dev.pgmigrate.scaffold.New;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a database has and the migrations do not make as a new migration with its rollback. Both are run on a disposable
 * server first: files and new migration together make what the database has, and the rollback takes it away again. With
 * {@code -Dmigrate.write} the history of the database records it as applied; with {@code -Dmigrate.write=drops} the migration
 * also drops what only the files make, with its rows.
 */
@Mojo(name = "pull", requiresProject = false, threadSafe = true)
public final class PullMojo extends AbstractWritingMojo {
    /** What the migration does: {@code add_orders_made_by_hand}. */
    @Parameter(property = "name")
    @Nullable
    String name;

    /** Whether to write the whole schema as the first migration, and to start the history of the database with it. */
    @Parameter(property = "migrate.baseline", defaultValue = "false")
    boolean baseline;

    /**
     * Which differences to leave out: {@code owners}, {@code grants}, {@code comments}; a kind, {@code triggers}; a kind and a
     * name, {@code table audit.*}; a name and a property, {@code public.users#storage parameters}.
     */
    @Parameter(property = "migrate.ignore")
    @Nullable
    List<String> ignore;

    @Inject
    PullMojo(RepositorySystem resolver, SettingsDecrypter decrypter) {
        super(resolver, decrypter);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new MavenRun(this).run(this::pull);
    }

    private Result pull(MigrationFolders folders) throws MojoExecutionException {
        DatabaseParameters parameters = database();
        boolean recorded = baseline || write;
        Database database = parameters.writable(this, recorded);
        ApplyLog log = new ApplyLog(getLog(), false);
        DriftParameters drift = new DriftParameters(this);
        Pull.Outcome outcome = Pull.run(new Pull.Request(
                folders,
                file(folders),
                database.target(),
                drift.preludesOrNull(folders),
                drift.searchPath(),
                drift.comparison(ignore, false),
                LintParameters.settings(this),
                drift.drops(),
                baseline,
                recorded,
                drift.server()));
        return recorded
                ? PulledHistory.record(
                        outcome,
                        new PulledHistory.Request(
                                folders,
                                database,
                                parameters.settings(),
                                baseline,
                                (holder, waited) -> log.waitingForLock(holder.orElse(null), waited)))
                : outcome.result();
    }

    private New.Request file(MigrationFolders folders) throws MojoExecutionException {
        if (name == null || name.isBlank()) {
            throw new MojoExecutionException(
                    "Nothing was written: say what the migration does, -Dname=add_orders_made_by_hand.");
        }
        return new New.Request(
                folders.base(),
                folders.locations(),
                folders.rollbackOrNull(),
                Path.of(""),
                New.name(name),
                "blank",
                Map.of(),
                flavour.toLowerCase(Locale.ROOT),
                postgresVersion == null
                        ? PostgresVersion.OLDEST.major()
                        : LintParameters.postgresVersion(postgresVersion).major(),
                Known.NOTHING,
                LocalDateTime.now(ZoneOffset.UTC));
    }
}
