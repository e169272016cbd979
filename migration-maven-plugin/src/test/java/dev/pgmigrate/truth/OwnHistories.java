package dev.pgmigrate.truth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pgmigrate.lint.Flavour;
import dev.pgmigrate.lint.rules.Fixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The histories that the project holds: the fixtures of every rule and the cases; and as plain texts the examples of the
 * productions, of the features of each version and of the locks as well.
 */
public final class OwnHistories {
    private static final Path RESOURCES = Path.of("src/test/resources/dev/pgmigrate");
    private static final Path FOLDER = RESOURCES.resolve("lint");
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
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .map(OwnHistories::read)
                    .filter(own -> LawFiles.isChosen(own.name()))
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
        texts.addAll(sections("feature", RESOURCES.resolve("sql/syntax-features.sql"), ""));
        String world = Files.readString(RESOURCES.resolve("truth/world.sql"), UTF_8);
        try (Stream<Path> productions = Files.list(RESOURCES.resolve("sql/parser"))) {
            for (Path file : productions.sorted().toList()) {
                texts.addAll(sections("kind", file, world));
            }
        }
        return texts.stream().filter(text -> LawFiles.isChosen(text.name())).toList();
    }

    /** Returns the sections of {@code file}, each of which begins with {@code -- feature: NAME}, all in the same world. */
    private static List<Text> sections(String word, Path file, String world) throws IOException {
        String begin = "-- " + word + ": ";
        return Stream.of(Files.readString(file, UTF_8).split("(?m)^(?=" + begin + ")"))
                .filter(section -> section.startsWith(begin))
                .map(section -> new Text(
                        section.substring(begin.length(), section.indexOf('\n')).strip(), world + section))
                .filter(text -> !OF_THE_JUDGE.contains(text.name()))
                .map(text -> new Text(word + "." + text.name() + ".sql", text.sql()))
                .toList();
    }

    private static Own read(Path file) {
        try {
            return new Own(
                    FOLDER.relativize(file).toString().replace('\\', '/'),
                    Fixture.parse(Files.readString(file, UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
