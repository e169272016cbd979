package dev.pgmigrate.truth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pgmigrate.lint.rules.Fixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The histories that the project holds: the fixtures of every rule and the cases. */
public final class OwnHistories {
    private static final Path FOLDER = Path.of("src/test/resources/dev/pgmigrate/lint");

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
