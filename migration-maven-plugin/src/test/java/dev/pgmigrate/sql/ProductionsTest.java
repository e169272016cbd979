package dev.pgmigrate.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.RoleStatement;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
    void whatBeginsWithCreateIsMakingAndWithDropIsDropping(Section section) {
        SourceText source = SourceText.of(section.sql());

        assertThat(SqlParser.parse(source).statements()).allSatisfy(statement -> {
            String text = source.text(statement.range()).toLowerCase(Locale.ROOT);
            assertThat(statement instanceof Making).isEqualTo(text.startsWith("create"));
            assertThat(statement instanceof DropStatement || statement instanceof RoleStatement.DropOwned)
                    .isEqualTo(text.startsWith("drop"));
        });
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

    /** So that a new record comes with a statement that makes it. */
    @Test
    void makesEveryNodeOfTheTree() {
        Set<String> made = new HashSet<>();
        sections()
                .flatMap(section -> SqlParser.parse(SourceText.of(section.sql())).statements().stream())
                .flatMap(Nodes::preOrder)
                .forEach(node -> made.add(node.getClass().getName()));

        assertThat(nodes())
                .hasSizeGreaterThan(200)
                .filteredOn(node -> !made.contains(node))
                .isEmpty();
    }

    private static List<String> nodes() {
        return list(Node.class, ".").stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".class") && !name.startsWith("package-info"))
                .map(name -> Node.class.getPackageName() + "." + name.replace(".class", ""))
                .filter(ProductionsTest::isNode)
                .toList();
    }

    private static boolean isNode(String name) {
        try {
            Class<?> type = Class.forName(name);
            return type.isRecord() && Node.class.isAssignableFrom(type);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
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
        return files().filter(file -> !isRefused(file)).flatMap(file -> sections(file).stream());
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
        return files().filter(ProductionsTest::isRefused).flatMap(file -> refusals(file).stream());
    }

    private static boolean isRefused(Path file) {
        return file.getFileName().toString().startsWith("refused");
    }

    private static List<Refusal> refusals(Path file) {
        List<Refusal> refusals = new ArrayList<>();
        for (String part : read(file).split(REFUSED, -1)) {
            if (!part.isEmpty()) {
                String line = part.lines().findFirst().orElseThrow();
                int blank = line.indexOf(' ');
                String sql = part.substring(line.length() + 1).replaceFirst(";?\\n$", "");
                refusals.add(new Refusal(Integer.parseInt(line.substring(0, blank)), line.substring(blank + 1), sql));
            }
        }
        return refusals;
    }

    private static Stream<Path> files() {
        return list(ProductionsTest.class, "parser").stream()
                .filter(file -> file.toString().endsWith(".sql"));
    }

    private static List<Path> list(Class<?> beside, String name) {
        URL folder = Objects.requireNonNull(beside.getResource(name), name);
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.sorted().toList();
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
