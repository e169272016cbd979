package dev.pgmigrate.plugin;

import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.postgres.QualifiedName;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** What the goal {@code baseline} is told about where a history starts. */
final class BaselineParameters {
    private BaselineParameters() {}

    static @Nullable MigrationVersion version(BaselineMojo mojo) throws MojoExecutionException {
        if ((mojo.baselineVersion == null) == (mojo.adopt == null)) {
            throw new MojoExecutionException("Set one of migrate.baselineVersion, the newest version that the database"
                    + " already has, and migrate.adopt, the table of another tool or auto.");
        }
        if (mojo.baselineVersion != null && !MigrationVersion.isVersion(mojo.baselineVersion)) {
            throw new MojoExecutionException("The parameter baselineVersion is \"" + mojo.baselineVersion
                    + "\"; it takes the version of a migration.");
        }
        return mojo.baselineVersion == null ? null : MigrationVersion.of(mojo.baselineVersion);
    }

    static @Nullable QualifiedName table(BaselineMojo mojo) {
        if (mojo.adopt == null || mojo.adopt.equals("auto")) {
            return null;
        }
        int dot = mojo.adopt.indexOf('.');
        return dot < 0
                ? QualifiedName.of("public", mojo.adopt)
                : QualifiedName.of(mojo.adopt.substring(0, dot), mojo.adopt.substring(dot + 1));
    }
}
