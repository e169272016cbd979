package dev.pgmigrate.lint.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server says which types need the extensions. */
class ScalarIndexesTest {
    static Stream<String> scalars() {
        return ScalarIndexes.SCALARS.stream().sorted();
    }

    @Test
    void thereAreScalars() {
        assertThat(scalars()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void theServerAloneRefusesAPlainValueAndTheExtensionMakesItPossible(String type) {
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            connection.execute("CREATE TABLE t (a " + type + ")");
            ScalarIndexes.EXTENSIONS.forEach((method, extension) -> {
                String index = "CREATE INDEX ON t USING " + method + " (a)";
                assertThatThrownBy(() -> connection.execute(index))
                        .hasMessageContaining("42704")
                        .hasMessageContaining("has no default operator class for access method");
                connection.execute("CREATE EXTENSION " + extension);
                connection.execute(index);
            });
        }
    }
}
