package dev.pgmigrate.migration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the configuration of the tool that runs the files says about them.
 *
 * @param kind which tool it is
 * @param reason the evidence that it is in use, as the end of a sentence
 * @param locations the folders of its migrations, relative to the project's; empty if they are the usual ones
 * @param schemas the schemas that it sets the search path to, the first of them its default
 * @param majorVersion the major version of its server, {@code 15}; empty if it names none
 */
public record OtherTool(Kind kind, String reason, List<Path> locations, List<String> schemas, String majorVersion) {
    private static final List<String> FLYWAY_FILES = List.of("flyway.toml", "flyway.conf", "conf/flyway.conf");
    private static final List<String> SPRING_FILES = Stream.of(
                    "src/main/resources", "src/main/resources/config", "config")
            .flatMap(folder -> Stream.of("properties", "yml", "yaml").map(type -> folder + "/application." + type))
            .toList();
    private static final String RESOURCES = "src/main/resources";

    /** A tool that keeps a history of its own. */
    public enum Kind {
        SUPABASE,
        FLYWAY
    }

    public OtherTool {
        locations = List.copyOf(locations);
        schemas = List.copyOf(schemas);
    }

    /** Returns the tool whose configuration is in {@code base}, or beside one of the configured folders. */
    public static Optional<OtherTool> in(Path base, List<Path> named) {
        return supabase(base, named).or(() -> flyway(base));
    }

    private static Optional<OtherTool> supabase(Path base, List<Path> named) {
        Stream<Path> beside = named.stream()
                .map(folder -> base.resolve(folder).normalize().resolveSibling("config.toml"))
                .filter(file -> file.resolveSibling("").endsWith("supabase"));
        return Stream.concat(Stream.of(base.resolve("supabase/config.toml")), beside)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(file -> new OtherTool(
                        Kind.SUPABASE,
                        shown(base, file) + " is there",
                        List.of(),
                        List.of(),
                        ConfigFile.read(file).value("db.major_version").orElse("")));
    }

    private static Optional<OtherTool> flyway(Path base) {
        for (String name : FLYWAY_FILES) {
            ConfigFile config = ConfigFile.read(base.resolve(name));
            if (config.has("flyway.")) {
                return Optional.of(flyway(base, config, "flyway", name + " is there"));
            }
        }
        for (String name : SPRING_FILES) {
            ConfigFile config = ConfigFile.read(base.resolve(name));
            if (config.has("spring.flyway.")
                    && !config.value("spring.flyway.enabled").orElse("").equals("false")) {
                return Optional.of(flyway(base, config, "spring.flyway", name + " configures it"));
            }
        }
        return Optional.empty();
    }

    private static OtherTool flyway(Path base, ConfigFile config, String prefix, String reason) {
        List<String> schemas = new ArrayList<>(config.list(prefix + ".default-schema"));
        config.list(prefix + ".schemas").stream()
                .filter(schema -> !schemas.contains(schema))
                .forEach(schemas::add);
        return flyway(base, config.list(prefix + ".locations"), schemas, reason);
    }

    /**
     * Returns Flyway as it is configured elsewhere, such as in a pom.
     *
     * @param locations its locations, {@code classpath:db/migration}; those that do not exist are left out
     */
    public static OtherTool flyway(Path base, List<String> locations, List<String> schemas, String reason) {
        List<Path> folders = locations.stream()
                .map(OtherTool::folder)
                .filter(folder -> Files.isDirectory(base.resolve(folder)))
                .toList();
        return new OtherTool(Kind.FLYWAY, reason, folders, schemas, "");
    }

    private static Path folder(String location) {
        String place = location.strip().replace("{vendor}", "postgresql");
        if (place.startsWith("filesystem:")) {
            return Path.of(place.substring("filesystem:".length()));
        }
        return Path.of(RESOURCES, place.replaceFirst("^classpath\\*?:/?", ""));
    }

    private static String shown(Path base, Path file) {
        return (file.startsWith(base) ? base.relativize(file) : file).toString().replace('\\', '/');
    }
}
