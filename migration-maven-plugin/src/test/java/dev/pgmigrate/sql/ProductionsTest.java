package dev.pgmigrate.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.parser.SqlParser;
import dev.pgmigrate.sql.parser.SqlScript;
import dev.pgmigrate.sql.parser.SyntaxError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our own statements, a file a family: at least one for every production of the grammar that the parser knows, and what
 * it has to refuse, with PostgreSQL's words and place.
 */
class ProductionsTest {
    private static final String KIND = "-- kind: ";
    private static final String REFUSED = "-- refused: ";

    /** Statements of one kind: {@code -- kind: SelectStmt} begins them. */
    record Section(String file, String kind, String sql) {
        @Override
        public String toString() {
            return file + " " + kind;
        }
    }

    /** A statement that is refused: {@code -- refused: 7 message} stands before it. */
    record Refusal(int place, String message, String sql) {
        @Override
        public String toString() {
            return message + " in " + sql;
        }
    }

    @ParameterizedTest
    @MethodSource("sections")
    void acceptsEveryStatementWithItsKind(Section section) {
        SqlScript script = SqlParser.parse(SourceText.of(section.sql()));

        assertThat(script.errors()).as(() -> describe(script)).isEmpty();
        assertThat(script.statements())
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(statement.kind().nodeName())
                        .as(() -> script.source().text(statement.range()))
                        .isEqualTo(section.kind()));
    }

    @ParameterizedTest
    @MethodSource("sections")
    void keepsEveryNodeWithinItsStatement(Section section) {
        SqlScript script = SqlParser.parse(SourceText.of(section.sql()));

        for (Statement statement : script.statements()) {
            assertThat(Nodes.preOrder(statement))
                    .allSatisfy(node -> assertThat(node.range().start())
                            .as(() -> node + " in " + script.source().text(statement.range()))
                            .isBetween(
                                    statement.range().start(), statement.range().end()))
                    .allSatisfy(node -> assertThat(node.range().end())
                            .as(() -> node + " in " + script.source().text(statement.range()))
                            .isBetween(
                                    statement.range().start(), statement.range().end()));
        }
    }

    @ParameterizedTest
    @MethodSource("sections")
    void makesEqualTreesOfEqualTexts(Section section) {
        SqlScript script = SqlParser.parse(SourceText.of(section.sql()));
        SqlScript again = SqlParser.parse(SourceText.of(section.sql()));

        assertThat(again.statements()).isEqualTo(script.statements()).hasSameHashCodeAs(script.statements());
        assertThat(again.statements().toString()).isEqualTo(script.statements().toString());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWithTheServersWordsAtTheServersPlace(Refusal refusal) {
        SqlScript script = SqlParser.parse(SourceText.of(refusal.sql()));

        assertThat(script.errors()).hasSize(1);
        SyntaxError error = script.errors().get(0);
        assertThat(error.message()).isEqualTo(refusal.message());
        assertThat(error.range().start()).as("place").isEqualTo(refusal.place());
    }

    static Stream<Section> sections() {
        return files().filter(file -> !file.getFileName().toString().equals("refused.sql"))
                .flatMap(file -> sections(file).stream());
    }

    private static List<Section> sections(Path file) {
        String name = file.getFileName().toString();
        return Arrays.stream(read(file).split(KIND, -1))
                .skip(1)
                .map(part ->
                        new Section(name, part.lines().findFirst().orElseThrow(), part.substring(part.indexOf('\n'))))
                .toList();
    }

    static Stream<Refusal> refusals() {
        List<Refusal> refusals = new ArrayList<>();
        String text = files().filter(file -> file.getFileName().toString().equals("refused.sql"))
                .map(ProductionsTest::read)
                .findFirst()
                .orElseThrow();
        for (String part : text.split(REFUSED, -1)) {
            if (!part.isEmpty()) {
                String line = part.lines().findFirst().orElseThrow();
                int blank = line.indexOf(' ');
                String sql = part.substring(line.length() + 1).replaceFirst(";?\\n$", "");
                refusals.add(new Refusal(Integer.parseInt(line.substring(0, blank)), line.substring(blank + 1), sql));
            }
        }
        return refusals.stream();
    }

    private static Stream<Path> files() {
        URL folder = ProductionsTest.class.getResource("parser");
        assertThat(folder).as("our own statements").isNotNull();
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String describe(SqlScript script) {
        SyntaxError error = script.errors().get(0);
        Position place = script.source().position(error.range().start());
        return error.message() + " at " + place + ": " + script.source().line(place.line());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
