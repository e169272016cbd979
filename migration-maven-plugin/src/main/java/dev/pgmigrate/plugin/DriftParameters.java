package dev.pgmigrate.plugin;

import dev.pgmigrate.drift.DriftComparison;
import dev.pgmigrate.drift.Exclusions;
import dev.pgmigrate.drift.IgnorePatterns;
import dev.pgmigrate.goal.DriftLook;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.PostgresBinaries;
import java.util.List;
import java.util.function.Function;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What the goals that compare databases take from the parameters. */
final class DriftParameters {
    private static final String DROPS = "drops";

    private final AbstractDatabaseMojo mojo;

    DriftParameters(AbstractDatabaseMojo mojo) {
        this.mojo = mojo;
    }

    /** @param server whether to compare the database's server settings, such as its encoding */
    DriftComparison comparison(@Nullable List<String> ignore, boolean server) {
        return new DriftComparison(
                new Exclusions(mojo.historySchema, mojo.historyTable, server),
                IgnorePatterns.of(ignore == null ? List.of() : ignore));
    }

    /** Returns what runs before the first migration, or null for what the files need. */
    @Nullable
    List<SqlFile> preludesOrNull(MigrationFolders folders) throws MojoExecutionException {
        return mojo.prelude == null ? null : PreludeParameter.files(mojo.prelude, folders.base());
    }

    List<String> searchPath() {
        return mojo.searchPath == null ? List.of() : mojo.searchPath;
    }

    /** Returns whether {@code -Dmigrate.write=drops} was typed: what loses rows is never configured. */
    boolean drops() {
        return DROPS.equals(Module.require(mojo.session).getUserProperties().getProperty("migrate.write"));
    }

    /** Returns what starts a disposable server of a version. */
    Function<PostgresVersion, DisposablePostgres> server() {
        RepositorySystem resolver = mojo.resolver;
        PostgresJars jars = new PostgresJars(resolver, mojo);
        return version -> DisposablePostgres.start(PostgresBinaries.unpack(jars.require(version)));
    }

    /** Returns the look whether a database is what its history says, or null where it is not wanted. */
    @Nullable
    DriftLook lookOrNull(boolean wanted, @Nullable List<String> ignore, MigrationFolders folders)
            throws MojoExecutionException {
        return wanted
                ? new DriftLook(comparison(ignore, false), preludesOrNull(folders), searchPath(), server())
                : null;
    }
}
