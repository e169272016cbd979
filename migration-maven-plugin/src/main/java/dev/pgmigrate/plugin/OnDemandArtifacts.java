package dev.pgmigrate.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Finds what only some goals need through Maven's own resolver, so that mirrors, credentials and {@code -o} apply. Each
 * artifact is downloaded once, when it is needed for the first time.
 */
final class OnDemandArtifacts {
    private final RepositorySystem resolver;
    private final MavenSession session;
    private final MavenProject project;

    OnDemandArtifacts(RepositorySystem resolver, AbstractMigrateMojo mojo) {
        this.resolver = resolver;
        this.session = Module.require(mojo.session);
        this.project = Module.require(mojo.project);
    }

    /**
     * Returns the jar of an artifact.
     *
     * @param what what it is, in a reader's words
     */
    Path jar(String groupId, String artifactId, String version, String what) throws MojoExecutionException {
        DefaultArtifact artifact = new DefaultArtifact(groupId, artifactId, "jar", version);
        try {
            return file(resolver.resolveArtifact(
                    session.getRepositorySession(), new ArtifactRequest(artifact, repositories(), null)));
        } catch (ArtifactResolutionException e) {
            throw missing(artifact, what, e);
        }
    }

    /**
     * Returns the jar of an artifact and those of what it needs to run.
     *
     * @param what what it is, in a reader's words
     */
    List<Path> withDependencies(String groupId, String artifactId, String version, String what)
            throws MojoExecutionException {
        DefaultArtifact artifact = new DefaultArtifact(groupId, artifactId, "jar", version);
        CollectRequest tree = new CollectRequest(new Dependency(artifact, "runtime"), repositories());
        try {
            return resolver
                    .resolveDependencies(session.getRepositorySession(), new DependencyRequest(tree, null))
                    .getArtifactResults()
                    .stream()
                    .map(OnDemandArtifacts::file)
                    .toList();
        } catch (DependencyResolutionException e) {
            throw missing(artifact, what, e);
        }
    }

    private static Path file(ArtifactResult result) {
        return result.getArtifact().getFile().toPath();
    }

    private List<RemoteRepository> repositories() {
        List<RemoteRepository> repositories = new ArrayList<>(project.getRemotePluginRepositories());
        project.getRemoteProjectRepositories().stream()
                .filter(repository ->
                        repositories.stream().noneMatch(known -> known.getUrl().equals(repository.getUrl())))
                .forEach(repositories::add);
        return repositories;
    }

    private MojoExecutionException missing(DefaultArtifact artifact, String what, RepositoryException e) {
        String advice = session.isOffline()
                ? "Maven is offline: run the goal once without -o, and the jar stays in the local repository."
                : "Check the network, or the mirrors in settings.xml: the jar is fetched once and then stays in the"
                        + " local repository.";
        return new MojoExecutionException(
                what + " is not available: " + artifact.getGroupId() + ":" + artifact.getArtifactId() + ":"
                        + artifact.getVersion() + " is not in the local repository and cannot be fetched. " + advice,
                e);
    }
}
