package dev.pgmigrate.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.postgres.BuiltInFunctions;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds {@code volatility.txt} against {@code pg_proc}; {@code -Dapprove} writes it anew. */
class VolatilityTest {
    private static final Path FILE = Path.of("src/main/resources/dev/pgmigrate/postgres/volatility.txt");
    private static final String FUNCTIONS = """
        SELECT proname, min(CASE provolatile WHEN 'v' THEN 'a volatile' WHEN 's' THEN 'b stable' ELSE 'c immutable' END)
        FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace
        GROUP BY proname
        """;

    @Tag("server")
    @Test
    void dataSaysOfEveryFunctionWhatTheServersSay() throws IOException {
        Map<String, String> kinds = new TreeMap<>();
        for (int major : TestPostgres.majors()) {
            try (ServerConnection connection = TestPostgres.of(major).connect()) {
                connection.query(
                        FUNCTIONS,
                        row -> kinds.put(row.getString(1), row.getString(2).substring(2)));
            }
        }
        if (System.getProperty("approve") != null) {
            List<String> header = Files.readAllLines(FILE).stream()
                    .filter(line -> line.startsWith("#"))
                    .toList();
            List<String> lines = kinds.entrySet().stream()
                    .map(entry -> entry.getValue() + " " + entry.getKey())
                    .toList();
            Files.writeString(FILE, String.join("\n", header) + "\n" + String.join("\n", lines) + "\n");
        }
        Map<String, String> data = new TreeMap<>();
        for (String line : Files.readAllLines(FILE)) {
            if (!line.startsWith("#")) {
                data.put(line.substring(line.indexOf(' ') + 1), line.substring(0, line.indexOf(' ')));
            }
        }
        assertThat(data).as("run with -Dapprove to accept").isEqualTo(kinds);
        assertThat(data)
                .containsAllEntriesOf(Map.of("now", "stable", "clock_timestamp", "volatile", "lower", "immutable"));
        kinds.forEach(
                (name, kind) -> assertThat(BuiltInFunctions.volatility(name)).isEqualTo(kind));
    }
}
