package dev.pgmigrate.sql.plpgsql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.parser.SqlParser;
import dev.pgmigrate.sql.parser.SyntaxError;
import dev.pgmigrate.truth.LargerSets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the parser to real bodies: those of PostgreSQL's own tests and those of projects, where the folders are there. */
class BodyConformanceTest {
    /** What PostgreSQL's tests get wrong on purpose, in bodies that the server refuses. */
    private static final Set<String> DELIBERATE = Set.of(
            "too few parameters specified for RAISE",
            "too many parameters specified for RAISE",
            "syntax error at or near \"Johnny\"",
            "syntax error at or near \"the\"",
            "syntax error at or near \"dobody\"");

    /** What only PostgreSQL 19 takes. */
    private static final Set<String> NEWER =
            Set.of("syntax error at or near \"FOR\"", "syntax error at or near \"MATCH\"");

    @ParameterizedTest
    @CsvSource({"conformance.dir, 150", "corpus.dir, 200"})
    void bodiesThatTheServerTakesHaveNoErrors(String property, int atLeast) throws IOException {
        Path folder = Path.of(System.getProperty(property, ""));
        LargerSets.assumeThere(folder, property);
        List<String> unexpected = new ArrayList<>();
        int bodies = 0;
        for (Path file : files(folder)) {
            SourceText source = SourceText.of(Files.readString(file, StandardCharsets.UTF_8));
            for (Statement statement : SqlParser.parse(source).statements()) {
                PlpgsqlBody body = RoutineBodies.plpgsql(source, statement).orElse(null);
                if (body != null) {
                    bodies++;
                    body.errors().stream()
                            .filter(error -> !isExpected(source, error))
                            .forEach(error -> unexpected.add(file.getFileName() + ":"
                                    + source.position(error.range().start()).line() + " " + error.message()));
                }
            }
        }
        System.out.printf("%s: %d bodies in PL/pgSQL%n", property, bodies);
        assertThat(unexpected).isEmpty();
        assertThat(bodies).isGreaterThan(atLeast);
    }

    /** A file with holes ({@code {{name}}}, {@code ${name}}) is a template and no SQL yet. */
    private static boolean isExpected(SourceText source, SyntaxError error) {
        boolean template = source.text().contains("{{") || source.text().contains("${");
        return template || DELIBERATE.contains(error.message()) || NEWER.contains(error.message());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }
}
