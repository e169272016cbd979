package dev.pgmigrate.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.server.TestPostgres;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeoutTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "500ms, 500",
        "2s, 2000",
        "2 s, 2000",
        "10min, 600000",
        "1h, 3600000",
        "24d, 2073600000",
        "2147483647ms, 2147483647",
    })
    void readsWhatTheServerReads(String text, int millis) {
        assertThat(Timeout.parse(text)).contains(Duration.ofMillis(millis));
        try (ServerConnection server = open()) {
            server.execute("SET lock_timeout = '" + text + "'");
            assertThat(server.query(
                            "SELECT setting FROM pg_catalog.pg_settings WHERE name = 'lock_timeout'",
                            row -> row.getInt(1)))
                    .containsExactly(millis);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "-1s", "2parsecs", "2S", "2147483648ms", "25d", "999999999h", "99999999999s"})
    void refusesWhatTheServerRefuses(String text) {
        assertThat(Timeout.parse(text)).isEmpty();
        try (ServerConnection server = open()) {
            assertThatThrownBy(() -> server.execute("SET lock_timeout = '" + text + "'"))
                    .isInstanceOf(ServerException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "2000", "00"})
    void refusesANumberWithoutUnit(String text) {
        assertThat(Timeout.parse(text)).isEmpty();
    }

    private static ServerConnection open() {
        return ServerConnection.open(TestPostgres.of(18).newDatabase());
    }
}
