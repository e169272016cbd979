package dev.pgmigrate.truth;

import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.proof.Preludes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The migrations of a public project as its own tool runs them.
 *
 * @param name the project, and the folder where it has several
 * @param migrations the files, without those that no server takes
 * @param preludes what has to be there before
 * @param searchPath the schemas of names without one; empty for the server's own
 */
public record CorpusFolder(String name, Migrations migrations, List<SqlFile> preludes, List<String> searchPath) {
    private static final Path CORPUS = Path.of(System.getProperty("corpus.dir", "../../shared/corpus"));

    private static final Map<String, List<String>> SEARCH_PATHS = Map.of(
            "supabase+stripe-sync-engine", List.of("stripe", "public"),
            "supabase+auth", List.of("auth", "public"),
            "ehrbase+ehrbase/ehr", List.of("ehr", "ext", "public"));

    private static final Map<String, String> TEMPLATES =
            Map.of("\\{\\{ *index \\.Options \"Namespace\" *}}", "auth", "\\$\\{ehrSchema}", "ehr");

    /** What needs another's folder first. */
    private static final Map<String, List<String>> AFTER =
            Map.of("ehrbase+ehrbase/ehr", List.of("ehrbase+ehrbase/ext"));

    /** What their own tools provide. */
    private static final Map<String, String> PROVIDED =
            Map.of("ehrbase+ehrbase/ehr", "CREATE EXTENSION IF NOT EXISTS \"uuid-ossp\" SCHEMA ext;\n");

    /** The first file that needs a step which is not SQL: it and what follows do not run. */
    private static final Map<String, String> UNTIL = Map.of("hatchet-dev+hatchet", "20260424205453");

    /** Those that were made for a Supabase database, and do not make its parts themselves. */
    private static final Set<String> SUPABASE = Set.of(
            "0rderfl0w+open-booking-tool",
            "AgentOps-AI+agentops",
            "Razikus+supabase-nextjs-template",
            "imbhargav5+nextbase-nextjs-supabase-starter",
            "mckaywrigley+chatbot-ui",
            "rafaelminatto1+dudufisio/migrations",
            "rafaelminatto1+dudufisio/migrations_backup",
            "usebasejump+basejump");

    /** Returns whether they run on a Supabase database. */
    public boolean isForSupabase() {
        return SUPABASE.contains(name);
    }

    /** Returns the folders whose names match {@code chosen}, copied below {@code into} as they run. */
    public static List<CorpusFolder> all(String chosen, Path into) throws IOException {
        return all(chosen, into, (folder, file) -> file.compareTo(UNTIL.getOrDefault(folder, "~")) < 0);
    }

    /** Like the other, with the files of a folder for which {@code runs} holds. */
    public static List<CorpusFolder> all(String chosen, Path into, BiPredicate<String, String> runs)
            throws IOException {
        LargerSets.assumeThere(CORPUS, "corpus.dir");
        Map<String, Path> sets = new TreeMap<>();
        try (Stream<Path> files = Files.walk(CORPUS)) {
            files.filter(file -> file.toString().endsWith(".sql"))
                    .map(file -> file.resolveSibling("").normalize())
                    .filter(folder -> !folder.equals(CORPUS.normalize()))
                    .forEach(folder ->
                            sets.put(CORPUS.normalize().relativize(folder).toString(), folder));
        }
        List<CorpusFolder> folders = new ArrayList<>();
        sets.keySet().removeIf(name -> !name.matches(chosen));
        for (Map.Entry<String, Path> set : sets.entrySet()) {
            folders.add(of(set.getKey(), set.getValue(), into, runs));
        }
        return folders;
    }

    private static CorpusFolder of(String name, Path from, Path into, BiPredicate<String, String> runs)
            throws IOException {
        List<String> searchPath = SEARCH_PATHS.getOrDefault(name, List.of());
        List<SqlFile> preludes = new ArrayList<>();
        if (SUPABASE.contains(name)) {
            preludes.add(Preludes.named(Preludes.SUPABASE).orElseThrow());
        }
        for (String other : AFTER.getOrDefault(name, List.of())) {
            of(other, CORPUS.resolve(other), into, runs).migrations().all().forEach(file -> preludes.add(file.sql()));
        }
        StringBuilder schemas = new StringBuilder();
        searchPath.forEach(schema ->
                schemas.append("CREATE SCHEMA IF NOT EXISTS ").append(schema).append(";\n"));
        schemas.append(PROVIDED.getOrDefault(name, ""));
        preludes.add(0, SqlFile.of(Path.of("schemas.sql"), "schemas", schemas.toString()));
        return new CorpusFolder(name, migrations(name, from, into, runs), preludes, searchPath);
    }

    private static Migrations migrations(String name, Path from, Path into, BiPredicate<String, String> runs)
            throws IOException {
        Path project = into.resolve(name.replace('/', '_'));
        Path folder = Files.createDirectories(project.resolve("migrations"));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(each -> runs.test(name, each.getFileName().toString()))
                    .toList()) {
                String text = Files.readString(file);
                for (Map.Entry<String, String> template : TEMPLATES.entrySet()) {
                    text = text.replaceAll(template.getKey(), template.getValue());
                }
                Files.writeString(folder.resolve(file.getFileName().toString()), text);
            }
        }
        return Migrations.read(MigrationFolders.find(project, List.of(), null));
    }
}
