package dev.pgmigrate.plugin;

import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.PostgresArtifact;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.RepositorySystem;

/** Finds the jar with a PostgreSQL; only the requested version is downloaded. */
final class PostgresJars {
    private final OnDemandArtifacts artifacts;

    PostgresJars(RepositorySystem resolver, AbstractMigrateMojo mojo) {
        this.artifacts = new OnDemandArtifacts(resolver, mojo);
    }

    /** Returns the jar; for callers that cannot throw Maven's exception. */
    Path require(PostgresVersion version) {
        try {
            return jar(version);
        } catch (MojoExecutionException e) {
            throw new MissingJarException(e);
        }
    }

    Path jar(PostgresVersion version) throws MojoExecutionException {
        PostgresArtifact wanted = PostgresArtifact.of(version);
        return artifacts.jar(wanted.groupId(), wanted.artifactId(), wanted.version(), "PostgreSQL " + version);
    }
}
