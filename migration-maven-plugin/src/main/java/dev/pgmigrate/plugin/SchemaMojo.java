package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.Result;
import dev.pgmigrate.goal.SchemaFile;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.postgres.PostgresVersion;
import java.nio.file.Path;
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
 * Writes the schema that the migrations make on a disposable PostgreSQL as one file, so that people see in a pull request what
 * a migration changes. {@code check} and {@code test} fail where the file is no longer of these migrations.
 */
@Mojo(name = "schema", requiresProject = false, threadSafe = true)
public final class SchemaMojo extends AbstractDatabaseMojo {
    /** The file to write, such as {@code db/schema.sql}; configure it for {@code check} and {@code test} as well. */
    @Parameter(property = "migrate.schemaFile", defaultValue = "db/schema.sql")
    String schemaFile = "db/schema.sql";

    /**
     * What to leave out: {@code owners}, {@code grants}, {@code comments}; a kind, {@code triggers}; a kind and a name, {@code
     * table audit.*}; a name and a property, {@code public.users#storage parameters}.
     */
    @Parameter(property = "migrate.ignore")
    @Nullable
    List<String> ignore;

    @Inject
    SchemaMojo(RepositorySystem resolver, SettingsDecrypter decrypter) {
        super(resolver, decrypter);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new MavenRun(this).run(this::write);
    }

    private Result write(MigrationFolders folders) throws MojoExecutionException {
        DriftParameters drift = new DriftParameters(this);
        return SchemaFile.run(new SchemaFile.Request(
                folders,
                folders.base().resolve(schemaFile).normalize(),
                drift.preludesOrNull(folders),
                drift.searchPath(),
                drift.comparison(ignore, false),
                PostgresVersion.NEWEST,
                drift.server()));
    }

    /** Returns the configured file, or null where there is none. */
    static @Nullable Path fileOrNull(@Nullable String schemaFile, MigrationFolders folders) {
        return schemaFile == null || schemaFile.isBlank()
                ? null
                : folders.base().resolve(schemaFile).normalize();
    }
}
