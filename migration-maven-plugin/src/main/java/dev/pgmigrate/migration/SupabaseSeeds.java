package dev.pgmigrate.migration;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the files that the Supabase CLI fills a local database with after all migrations: those that {@code [db.seed]} in
 * {@code config.toml} names, else {@code seed.sql}.
 */
public final class SupabaseSeeds {
    private static final String FOLDER = "supabase";
    private static final List<String> USUAL = List.of("./seed.sql");

    private SupabaseSeeds() {}

    /**
     * Returns the files that exist, in the order in which the CLI runs them.
     *
     * @throws IOException if a folder of them cannot be listed
     */
    public static List<Path> in(MigrationFolders folders) throws IOException {
        Optional<Path> supabase = folder(folders);
        if (supabase.isEmpty()) {
            return List.of();
        }
        ConfigFile config = ConfigFile.read(supabase.get().resolve("config.toml"));
        if (config.value("db.seed.enabled").orElse("").equals("false")) {
            return List.of();
        }
        List<Path> seeds = new ArrayList<>();
        for (String pattern : config.has("db.seed.sql_paths") ? config.list("db.seed.sql_paths") : USUAL) {
            matching(supabase.get(), pattern)
                    .filter(file -> !seeds.contains(file))
                    .forEach(seeds::add);
        }
        return seeds;
    }

    private static Optional<Path> folder(MigrationFolders folders) {
        Stream<Path> around = folders.locations().stream()
                .map(location -> folders.base().resolve(location).normalize().getParent());
        return Stream.concat(Stream.of(folders.base().resolve(FOLDER)), around)
                .filter(folder -> folder != null && folder.endsWith(FOLDER) && Files.isDirectory(folder))
                .findFirst();
    }

    private static Stream<Path> matching(Path supabase, String pattern) throws IOException {
        Path named = supabase.resolve(pattern).normalize();
        if (Files.isRegularFile(named)) {
            return Stream.of(named);
        }
        // Nothing below the folder that a pattern begins in is looked at but what can match.
        String glob = named.toString().replace('\\', '/');
        int wild = glob.split("[*?\\[{]", 2)[0].lastIndexOf('/');
        Path start = Path.of(glob.substring(0, wild));
        if (wild == 0 || !Files.isDirectory(start)) {
            return Stream.empty();
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        int depth = glob.contains("**") ? Integer.MAX_VALUE : named.getNameCount() - start.getNameCount();
        try (Stream<Path> files = Files.walk(start, depth)) {
            return files.filter(file -> matcher.matches(file) && Files.isRegularFile(file)).sorted().toList().stream();
        }
    }
}
