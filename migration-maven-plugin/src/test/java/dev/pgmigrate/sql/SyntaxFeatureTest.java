package dev.pgmigrate.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.server.TestPostgres;
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
import org.junit.jupiter.params.provider.MethodSource;

class SyntaxFeatureTest {
    private static final Map<SyntaxFeature, String> EXAMPLES = examples();

    @Test
    void everyFeatureHasAnExample() {
        assertThat(EXAMPLES.keySet()).containsExactlyInAnyOrder(SyntaxFeature.values());
    }

    /** 14 and 18; all majors with {@code -Pall-postgres}. */
    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#majors")
    void aServerTakesAFeatureFromItsVersionOn(int major) {
        TestPostgres postgres = TestPostgres.of(major);
        List<String> wrong = new ArrayList<>();
        EXAMPLES.forEach((feature, example) -> {
            boolean expected = feature.since().major() <= major;
            try (ServerConnection connection = postgres.connect()) {
                List<String> statements = statements(example);
                ServerException refusal =
                        catchThrowableOfType(ServerException.class, () -> statements.forEach(connection::execute));
                if (expected != (refusal == null)) {
                    wrong.add(feature + (expected ? " is refused: " + refusal : " is taken"));
                }
            }
        });
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
