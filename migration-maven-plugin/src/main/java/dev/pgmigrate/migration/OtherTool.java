package dev.pgmigrate.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the configuration of the tool that runs the files says about them.
 *
 * @param kind which tool it is
 * @param reason the evidence that it is in use, as the end of a sentence
 * @param locations the folders of its migrations, relative to the project's; empty if they are the usual ones
 * @param absent what it names as locations and is no folder of the project
 * @param schemas the schemas that it sets the search path to, the first of them its default
 * @param majorVersion the major version of its server, {@code 15}; empty if it names none
 */
public record OtherTool(
        Kind kind,
        String reason,
        List<Path> locations,
        List<String> absent,
        List<String> schemas,
        String majorVersion) {
    private static final String RESOURCES = "src/main/resources";
    private static final List<String> FLYWAY_FILES = List.of("flyway.toml", "flyway.conf", "conf/flyway.conf");
    private static final List<String> SPRING_FOLDERS = List.of(RESOURCES, RESOURCES + "/config", "config");
    /** Those of no profile come first: a profile only changes what they say. */
    private static final List<Pattern> SPRING_FILES = Stream.of("application", "application-[^/]+")
            .map(name -> Pattern.compile(name + "\\.(?:properties|ya?ml)"))
            .toList();

    private static final List<String> GRADLE_FILES =
            List.of("build.gradle", "build.gradle.kts", "gradle/libs.versions.toml");
    private static final Pattern FLYWAY_IN_GRADLE = Pattern.compile("(?m)^(?!\\s*(?://|#)).*\\borg\\.flywaydb\\b");
    private static final Pattern CHANGELOG = Pattern.compile("(?i)^\\s*--\\s*liquibase formatted sql\\b");

    /** A tool that keeps a history of its own. */
    public enum Kind {
        SUPABASE,
        FLYWAY,
        LIQUIBASE
    }

    public OtherTool {
        locations = List.copyOf(locations);
        absent = List.copyOf(absent);
        schemas = List.copyOf(schemas);
    }

    /** Returns the tool whose configuration is in {@code base}, or beside one of the configured folders. */
    public static Optional<OtherTool> in(Path base, List<Path> named) {
        return supabase(base, named).or(() -> flyway(base));
    }

    /** Returns the tool whose own format the files in {@code folders} have. */
    public static Optional<OtherTool> of(MigrationFolders folders) {
        return folders.locations().stream()
                .flatMap(folder -> filesIn(folder).stream())
                .filter(file -> file.toString().endsWith(".sql"))
                .filter(file -> CHANGELOG.matcher(text(file)).lookingAt())
                .findFirst()
                .map(file -> new OtherTool(
                        Kind.LIQUIBASE,
                        folders.display(file) + " is a changelog of Liquibase",
                        List.of(),
                        List.of(),
                        List.of(),
                        ""));
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
                        List.of(),
                        ConfigFile.read(file).value("db.major_version").orElse("")));
    }

    private static Optional<OtherTool> flyway(Path base) {
        for (String name : FLYWAY_FILES) {
            if (Files.isRegularFile(base.resolve(name))) {
                return Optional.of(flyway(base, ConfigFile.read(base.resolve(name)), "flyway", name + " is there"));
            }
        }
        for (Path file : springFiles(base)) {
            ConfigFile config = ConfigFile.read(file);
            if (config.has("spring.flyway.")
                    && !config.value("spring.flyway.enabled").orElse("").equals("false")) {
                return Optional.of(flyway(base, config, "spring.flyway", shown(base, file) + " configures it"));
            }
        }
        return GRADLE_FILES.stream()
                .filter(name ->
                        FLYWAY_IN_GRADLE.matcher(text(base.resolve(name))).find())
                .findFirst()
                .map(name -> flyway(base, List.of(), List.of(), name + " names org.flywaydb"));
    }

    private static List<Path> springFiles(Path base) {
        return SPRING_FILES.stream()
                .flatMap(name -> SPRING_FOLDERS.stream()
                        .flatMap(folder -> filesIn(base.resolve(folder)).stream())
                        .filter(file ->
                                name.matcher(file.getFileName().toString()).matches()))
                .toList();
    }

    private static List<Path> filesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            // Whoever reads the folder for its migrations says what is wrong with it.
            return List.of();
        }
    }

    /** Returns what a file says, as far as ASCII goes; nothing where it is not there or cannot be read. */
    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            return "";
        }
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
     * @param locations its locations, {@code classpath:db/migration}, also with wildcards
     */
    public static OtherTool flyway(Path base, List<String> locations, List<String> schemas, String reason) {
        List<Path> folders = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (String location : locations) {
            List<Path> found = folders(base, location);
            folders.addAll(found);
            if (found.isEmpty()) {
                absent.add(location);
            }
        }
        return new OtherTool(Kind.FLYWAY, reason, folders, absent, schemas, "");
    }

    private static List<Path> folders(Path base, String location) {
        String place = location.strip().replace("{vendor}", "postgresql");
        Path folder = place.startsWith("filesystem:")
                ? Path.of(place.substring("filesystem:".length()))
                : Path.of(RESOURCES, place.replaceFirst("^classpath\\*?:/?", ""));
        if (!place.contains("*") && !place.contains("?")) {
            return Files.isDirectory(base.resolve(folder)) ? List.of(folder) : List.of();
        }
        Path root = folder;
        while (root != null && root.toString().matches(".*[*?].*")) {
            root = root.getParent();
        }
        Path from = root == null ? base : base.resolve(root);
        PathMatcher matcher = folder.getFileSystem()
                .getPathMatcher("glob:" + base.resolve(folder).normalize());
        try (Stream<Path> below = Files.walk(from)) {
            return below.filter(Files::isDirectory)
                    .filter(each -> matcher.matches(each.normalize()))
                    .map(each -> folder.isAbsolute() ? each : base.relativize(each))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static String shown(Path base, Path file) {
        return (file.startsWith(base) ? base.relativize(file) : file).toString().replace('\\', '/');
    }
}
