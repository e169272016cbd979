package dev.pgmigrate.plugin;

import dev.pgmigrate.migration.NearestNames;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.jspecify.annotations.Nullable;

/** The parameters of all goals, by their names in a pom and by those of {@code -D}; one set, since one file serves them all. */
final class ParameterNames {
    static final String PREFIX = "migrate.";
    static final String URL = PREFIX + "url";
    static final String PASSWORD = PREFIX + "password";
    /** Begins the properties that {@code migrate:start} publishes. */
    static final String EMBEDDED = PREFIX + "embedded.";

    private static final String HELP = "mvn migrate:help -Ddetail shows all.";

    private final Map<String, Parameter> byProperty = new TreeMap<>();
    private final Set<String> unprefixed = new TreeSet<>();
    private final Set<String> inPom = new TreeSet<>();

    ParameterNames(PluginDescriptor plugin) {
        for (MojoDescriptor goal : plugin.getMojos()) {
            for (Parameter parameter : goal.getParameters()) {
                add(parameter);
            }
        }
    }

    private void add(Parameter parameter) {
        inPom.add(parameter.getName());
        if (parameter.getAlias() != null) {
            inPom.add(parameter.getAlias());
        }
        String property = property(parameter);
        if (property != null && property.startsWith(PREFIX)) {
            byProperty.put(property, parameter);
        } else if (property != null) {
            unprefixed.add(PREFIX + property);
        }
    }

    private static @Nullable String property(Parameter parameter) {
        String expression = parameter.getExpression();
        return expression != null && expression.startsWith("${") && expression.endsWith("}")
                ? expression.substring(2, expression.length() - 1)
                : null;
    }

    /** Returns the parameter that a property sets. */
    Optional<Parameter> of(String property) {
        return Optional.ofNullable(byProperty.get(property));
    }

    /** Returns those of {@code properties} that have the prefix of this plugin but that no goal knows. */
    List<String> unknown(Collection<String> properties) {
        Set<String> known = properties();
        return properties.stream()
                .filter(name -> name.startsWith(PREFIX) && !name.startsWith(EMBEDDED) && !known.contains(name))
                .sorted()
                .toList();
    }

    /** Returns those of the names below a {@code <configuration>} that no goal knows. */
    List<String> unknownInPom(Collection<String> names) {
        return names.stream().filter(name -> !inPom.contains(name)).sorted().toList();
    }

    /** Returns a sentence that suggests the properties that {@code written} may stand for. */
    String question(String written) {
        return NearestNames.question(
                NearestNames.of(withoutPrefix(written), shortened()).stream()
                        .map(PREFIX::concat)
                        .toList(),
                HELP);
    }

    /** Returns a sentence that suggests the names in a pom that {@code written} may stand for. */
    String questionInPom(String written) {
        return NearestNames.question(written, inPom, HELP);
    }

    /** Returns whether a property is so similar to one of ours that it can only be misspelt. */
    boolean isNear(String written) {
        return !NearestNames.of(withoutPrefix(written), shortened()).isEmpty();
    }

    private static String withoutPrefix(String property) {
        return property.startsWith(PREFIX) ? property.substring(PREFIX.length()) : property;
    }

    private List<String> shortened() {
        return properties().stream().map(ParameterNames::withoutPrefix).toList();
    }

    private Set<String> properties() {
        Set<String> all = new TreeSet<>(byProperty.keySet());
        all.addAll(unprefixed);
        // Goals read these two themselves, since Maven would print them at -X.
        all.add(URL);
        all.add(PASSWORD);
        return all;
    }
}
