package dev.pgmigrate.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.server.TestPostgres;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.parser.SqlParser;
import dev.pgmigrate.sql.parser.SqlScript;
import dev.pgmigrate.sql.parser.SyntaxFeatures;
import dev.pgmigrate.sql.parser.SyntaxFeatures.Use;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SyntaxFeatureTest {
    private static final Map<SyntaxFeature, String> EXAMPLES = examples();

    @Test
    void everyFeatureHasAnExample() {
        assertThat(EXAMPLES.keySet()).containsExactlyInAnyOrder(SyntaxFeature.values());
    }

    @ParameterizedTest
    @EnumSource
    void theParserFindsTheFeatureInItsExample(SyntaxFeature feature) {
        SourceText example = SourceText.of(EXAMPLES.getOrDefault(feature, ""));
        SqlScript script = SqlParser.parse(example);
        assertThat(script.errors()).isEmpty();

        List<Statement> statements = script.statements();
        Statement last = statements.get(statements.size() - 1);
        assertThat(SyntaxFeatures.of(example, last)).extracting(Use::feature).contains(feature);
        assertThat(SyntaxFeatures.newest(example, last))
                .map(Use::feature)
                .map(SyntaxFeature::since)
                .contains(feature.since());
        if (feature != SyntaxFeature.TEMPORAL_FOREIGN_KEY) {
            for (Statement preparation : statements.subList(0, statements.size() - 1)) {
                assertThat(SyntaxFeatures.of(example, preparation)).isEmpty();
            }
        }
    }

    @Test
    void whatEveryServerTakesNeedsNoNewOne() {
        SourceText text = SourceText.of("""
                create table if not exists users (id bigint generated always as identity primary key, email text not null);
                create unique index on users (email);
                select count(*) from (select 1) as one where now() at time zone 'utc' > '2026-01-01';
                grant select on users to public with grant option;
                grant select on large object 1 to public;
                """);

        assertThat(SqlParser.parse(text).statements())
                .hasSize(5)
                .allSatisfy(statement ->
                        assertThat(SyntaxFeatures.of(text, statement)).isEmpty());
    }

    /** 14 and 18; all majors with {@code -Pall-postgres}. */
    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#majors")
    void aServerTakesAFeatureFromItsVersionOn(int major) {
        List<String> wrong = new ArrayList<>();
        try (ServerConnection connection = TestPostgres.of(major).connect()) {
            EXAMPLES.forEach((feature, example) -> {
                connection.execute("create schema \"" + feature + "\"");
                connection.execute("set search_path to \"" + feature + "\"");
                ServerException refusal = catchThrowableOfType(
                        ServerException.class, () -> statements(example).forEach(connection::execute));
                boolean expected = feature.since().major() <= major;
                if (expected != (refusal == null)) {
                    wrong.add(feature + (expected ? " is refused: " + refusal : " is taken"));
                }
            });
        }
        assertThat(wrong).as("features on PostgreSQL %s", major).isEmpty();
    }

    private static List<String> statements(String example) {
        return List.of(example.strip().split(";\\R", -1));
    }

    private static Map<SyntaxFeature, String> examples() {
        Map<SyntaxFeature, String> examples = new EnumMap<>(SyntaxFeature.class);
        for (String section : resource("syntax-features.sql").split("-- feature: ", -1)) {
            if (!section.startsWith("--")) {
                int end = section.indexOf('\n');
                examples.put(SyntaxFeature.valueOf(section.substring(0, end)), section.substring(end + 1));
            }
        }
        return examples;
    }

    private static String resource(String name) {
        try (InputStream resource = SyntaxFeatureTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(resource, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }
}
