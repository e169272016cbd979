package dev.pgmigrate.plugin;

import dev.pgmigrate.failure.ExplainedException;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.PostgresArtifact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * Finds the jar with a PostgreSQL through Maven's own resolver, so that mirrors, credentials and {@code -o} apply. Only
 * the requested version is downloaded, once.
 */
final class PostgresJars {
    private final RepositorySystem resolver;
    private final MavenSession session;
    private final MavenProject project;

    PostgresJars(RepositorySystem resolver, AbstractMigrateMojo mojo) {
        this.resolver = resolver;
        this.session = Module.require(mojo.session);
        this.project = Module.require(mojo.project);
    }

    /** Returns the jar; for callers that cannot throw Maven's exception. */
    Path require(PostgresVersion version) {
        try {
            return jar(version);
        } catch (MojoExecutionException e) {
            throw new MissingJarException(e);
        }
    }

    /** Carries Maven's message. */
    private static final class MissingJarException extends ExplainedException {
        private static final long serialVersionUID = 1L;

        MissingJarException(MojoExecutionException cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }
    }

    Path jar(PostgresVersion version) throws MojoExecutionException {
        PostgresArtifact wanted = PostgresArtifact.of(version);
        Artifact artifact = new DefaultArtifact(wanted.groupId(), wanted.artifactId(), "jar", wanted.version());
        List<RemoteRepository> repositories = new ArrayList<>(project.getRemotePluginRepositories());
        project.getRemoteProjectRepositories().stream()
                .filter(repository ->
                        repositories.stream().noneMatch(known -> known.getUrl().equals(repository.getUrl())))
                .forEach(repositories::add);
        try {
            return resolver.resolveArtifact(
                            session.getRepositorySession(), new ArtifactRequest(artifact, repositories, null))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            String advice = session.isOffline()
                    ? "Maven is offline: run the goal once without -o, and the jar stays in the local repository."
                    : "Check the network, or the mirrors in settings.xml: the jar is fetched once and then stays in the"
                            + " local repository.";
            throw new MojoExecutionException(
                    "PostgreSQL " + version + " is not available: " + wanted
                            + " is not in the local repository and cannot be fetched. " + advice,
                    e);
        }
    }
}
