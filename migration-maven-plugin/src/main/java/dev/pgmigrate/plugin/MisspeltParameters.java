package dev.pgmigrate.plugin;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Names what a command line or a pom sets and no goal knows, which Maven passes over in silence. */
final class MisspeltParameters {
    private final Log log;
    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;
    private final ParameterNames names;

    MisspeltParameters(Log log, MavenSession session, MojoExecution execution) {
        this.log = log;
        this.session = session;
        this.project = session.getCurrentProject();
        this.execution = execution;
        this.names = new ParameterNames(execution.getMojoDescriptor().getPluginDescriptor());
    }

    /**
     * Refuses what was typed. What stands in a pom is only told, since it may belong to something else.
     *
     * @throws MojoExecutionException if the command line sets a property of ours that no goal knows
     */
    void name() throws MojoExecutionException {
        Set<String> ofPom = project.getProperties().stringPropertyNames();
        for (String typed : names.unknown(session.getUserProperties().stringPropertyNames())) {
            if (!ofPom.contains(typed)) {
                throw new MojoExecutionException("There is no parameter " + typed + ", so -D" + typed
                        + " would do nothing. " + names.question(typed));
            }
        }
        for (String property : names.unknown(ofPom)) {
            if (names.isNear(property)) {
                log.warn(
                        "The pom sets the property " + property + ", which no goal knows. " + names.question(property));
            }
        }
        for (String parameter : names.unknownInPom(configured())) {
            log.warn("The pom configures <" + parameter + ">, which no goal knows. " + names.questionInPom(parameter));
        }
    }

    private Set<String> configured() {
        Plugin plugin = project.getPlugin(execution.getGroupId() + ":" + execution.getArtifactId());
        Set<String> configured = new TreeSet<>();
        if (plugin != null) {
            Stream.concat(
                            Stream.of(plugin.getConfiguration()),
                            plugin.getExecutions().stream().map(PluginExecution::getConfiguration))
                    .flatMap(configuration -> children(configuration).stream())
                    .forEach(configured::add);
        }
        return configured;
    }

    private static List<String> children(Object configuration) {
        return configuration instanceof Xpp3Dom dom
                ? Arrays.stream(dom.getChildren()).map(Xpp3Dom::getName).toList()
                : List.of();
    }
}
