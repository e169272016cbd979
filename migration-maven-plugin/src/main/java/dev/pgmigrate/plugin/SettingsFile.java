package dev.pgmigrate.plugin;

import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.server.DatabaseUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * The file {@code migrate.properties}, for settings that neither the pom nor the command line makes. It is in the
 * project's folder or beside the migrations, and its keys are the properties of {@code -D}.
 */
final class SettingsFile {
    private final AbstractMigrateMojo mojo;
    private final MojoExecution execution;

    SettingsFile(AbstractMigrateMojo mojo) {
        this.mojo = mojo;
        this.execution = Module.require(mojo.execution);
    }

    /**
     * Sets the parameters of {@code mojo} that are in the file but neither on the command line nor in the pom.
     *
     * @throws MojoExecutionException if the file cannot be read, or contains an unknown name or a password
     */
    void apply() throws MojoExecutionException {
        Optional<Path> file = find(new Module(mojo).base(), mojo.namedFolders());
        if (file.isEmpty()) {
            return;
        }
        Map<String, String> settings = read(file.get());
        ParameterNames known = new ParameterNames(execution.getMojoDescriptor().getPluginDescriptor());
        DefaultPlexusConfiguration given = new DefaultPlexusConfiguration("configuration");
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            Parameter parameter = known.of(setting.getKey()).orElse(null);
            if (setting.getKey().equals(ParameterNames.URL)) {
                Module.require(mojo.project).getProperties().putIfAbsent(ParameterNames.URL, setting.getValue());
            } else if (parameter == null) {
                throw new MojoExecutionException("The file " + file.get() + " sets " + setting.getKey()
                        + ", which is not a parameter. " + known.question(setting.getKey()));
            } else if (isOfThisGoal(parameter) && !isSet(setting.getKey(), parameter)) {
                given.addChild(parameter.getName(), setting.getValue());
            }
        }
        configure(file.get(), given);
    }

    /** Returns the file in the project's folder or beside the migrations; two would leave open which of them counts. */
    static Optional<Path> find(Path base, List<Path> locations) throws MojoExecutionException {
        List<Path> found = Stream.concat(
                        Stream.of(base),
                        Stream.concat(
                                        locations.stream(),
                                        MigrationFolders.USUAL.stream().map(Path::of))
                                .map(folder -> base.resolve(folder).normalize())
                                .flatMap(folder -> Stream.of(folder, folder.resolveSibling(""))))
                .map(folder -> folder.resolve(MigrationFolders.SETTINGS))
                .filter(Files::isRegularFile)
                .distinct()
                .toList();
        if (found.size() > 1) {
            throw new MojoExecutionException("There are two files of settings, " + found.get(0) + " and " + found.get(1)
                    + ". Keep one of them.");
        }
        return found.stream().findFirst();
    }

    static Map<String, String> read(Path file) throws MojoExecutionException {
        Map<String, String> settings = SettingsText.read(file);
        boolean inUrl = DatabaseUrl.holdsPassword(settings.getOrDefault(ParameterNames.URL, ""));
        if (inUrl || settings.containsKey(ParameterNames.PASSWORD)) {
            throw new MojoExecutionException("The file " + file + " holds "
                    + (inUrl ? "a password in " + ParameterNames.URL : ParameterNames.PASSWORD)
                    + ", which git would keep: set MIGRATE_PASSWORD, or name a server in settings.xml with"
                    + " migrate.serverId.");
        }
        return settings;
    }

    private boolean isOfThisGoal(Parameter parameter) {
        return execution.getMojoDescriptor().getParameterMap().containsKey(parameter.getName());
    }

    /**
     * Returns whether the command line or the pom sets it; the configured value then differs from the bare property.
     */
    private boolean isSet(String property, Parameter parameter) {
        var session = Module.require(mojo.session);
        if (session.getUserProperties().containsKey(property)
                || Module.require(mojo.project).getProperties().containsKey(property)) {
            return true;
        }
        var configured = execution.getConfiguration() == null
                ? null
                : execution.getConfiguration().getChild(parameter.getName());
        return configured != null
                && (configured.getChildCount() > 0
                        || (configured.getValue() != null
                                && !configured.getValue().equals("${" + property + "}")));
    }

    private void configure(Path file, PlexusConfiguration given) throws MojoExecutionException {
        try {
            new BasicComponentConfigurator()
                    .configureComponent(
                            mojo,
                            given,
                            execution.getMojoDescriptor().getPluginDescriptor().getClassRealm());
        } catch (ComponentConfigurationException e) {
            throw new MojoExecutionException("The file " + file + " cannot be used: " + e.getMessage(), e);
        }
    }
}
