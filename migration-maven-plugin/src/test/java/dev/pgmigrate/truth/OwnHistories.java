package dev.pgmigrate.truth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.Flavour;
import dev.pgmigrate.lint.rules.Fixture;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.parser.SqlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The histories that the project holds: the fixtures of every rule, the cases, and {@code truth/histories}, which are there
 * for the laws alone; and the examples of the productions and of the features of each version.
 */
public final class OwnHistories {
    private static final Path RESOURCES = Path.of("src/test/resources/dev/pgmigrate");
    private static final int VERSION = 18;

    /** Their examples change the role that judges, which then may not even log in. */
    private static final Set<String> OF_THE_JUDGE = Set.of("AlterRoleStmt", "AlterRoleSetStmt");

    private OwnHistories() {}

    /** A history and where it is written, {@code cases/hash-index.kinds.sql}. */
    public record Own(String name, Fixture history) {
        @Override
        public String toString() {
            return name;
        }
    }

    public static List<Own> all() throws IOException {
        List<Own> all = new ArrayList<>();
        for (Path file : sqlFiles(RESOURCES.resolve("lint"))) {
            String name = RESOURCES.resolve("lint").relativize(file).toString().replace('\\', '/');
            all.add(new Own(name, Fixture.parse(Files.readString(file, UTF_8))));
        }
        for (Path file : sqlFiles(RESOURCES.resolve("truth/histories"))) {
            String folder = "histories/" + file.getFileName().toString().replace(".sql", "") + "/";
            sections("history", file)
                    .forEach((name, text) -> all.add(new Own(folder + name + ".sql", Fixture.parse(text))));
        }
        return all.stream().filter(own -> LawFiles.isChosen(own.name())).toList();
    }

    /** Returns all histories that run on version 18, and the examples, of which each statement is a file. */
    public static List<Own> folders() throws IOException {
        List<Own> folders = new ArrayList<>();
        all().stream().filter(own -> own.history().runsOn(VERSION)).forEach(folders::add);
        for (Example example : examples()) {
            if (LawFiles.isChosen(example.name())) {
                folders.add(new Own(example.name(), Fixture.parse(example.files())));
            }
        }
        return folders;
    }

    private static List<Path> sqlFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    /** A history as one text, under a name that a file can have, {@code rules.hash-index.unsafe.sql}. */
    public record Text(String name, String sql) {}

    /** Returns what runs on an empty database of version 18, without any service around it. */
    public static List<Text> texts() throws IOException {
        List<Text> texts = new ArrayList<>();
        for (Own own : all()) {
            if (own.history().flavour() != Flavour.SUPABASE && own.history().runsOn(VERSION)) {
                texts.add(new Text(
                        own.name().replace('/', '.'),
                        String.join("\n", own.history().files().values())));
            }
        }
        examples().forEach(example -> texts.add(new Text(example.name(), example.world() + example.sql())));
        return texts.stream().filter(text -> LawFiles.isChosen(text.name())).toList();
    }

    /** What a production or a feature looks like, in the world that it needs. */
    private record Example(String name, String world, String sql) {
        /** Returns it as a history, a file a statement. */
        String files() {
            SourceText source = SourceText.of(sql);
            StringBuilder files = new StringBuilder("-- file: 00000_world.sql\n").append(world);
            for (Statement statement : SqlParser.parse(source).statements()) {
                files.append("-- file: %05d_statement.sql%n"
                                .formatted(statement.range().start() + 1))
                        .append(source.text(statement.range()))
                        .append(";\n");
            }
            return files.toString();
        }
    }

    private static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        sections("feature", RESOURCES.resolve("sql/syntax-features.sql"))
                .forEach((name, sql) -> examples.add(new Example("feature." + name + ".sql", "", sql)));
        Map<String, String> kinds = new LinkedHashMap<>();
        for (Path file : sqlFiles(RESOURCES.resolve("sql/parser"))) {
            sections("kind", file).forEach((name, sql) -> kinds.merge(name, sql, String::concat));
        }
        kinds.keySet().removeAll(OF_THE_JUDGE);
        String world = Files.readString(RESOURCES.resolve("truth/world.sql"), UTF_8);
        kinds.forEach((name, sql) -> examples.add(new Example("kind." + name + ".sql", world, sql)));
        return examples;
    }

    /** Returns the sections of {@code file}, each of which begins with {@code -- feature: NAME}, by their names. */
    private static Map<String, String> sections(String word, Path file) throws IOException {
        String begin = "-- " + word + ": ";
        Map<String, String> sections = new LinkedHashMap<>();
        for (String section : Files.readString(file, UTF_8).split("(?m)^(?=" + begin + ")", -1)) {
            if (section.startsWith(begin)) {
                String name =
                        section.substring(begin.length(), section.indexOf('\n')).strip();
                assertThat(sections.put(name, section)).as(name).isNull();
            }
        }
        return sections;
    }
}
