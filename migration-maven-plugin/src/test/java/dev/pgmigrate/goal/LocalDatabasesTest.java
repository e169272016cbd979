package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.server.ConnectionTarget;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalDatabasesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql:app",
                "jdbc:postgresql:/",
                "jdbc:postgresql://localhost/app",
                "jdbc:postgresql://LOCALHOST:54322/app",
                "jdbc:postgresql://127.0.0.1/app",
                "jdbc:postgresql://[::1]:5432/app",
                "jdbc:postgresql://localhost:1,127.1.2.3:2/app"
            })
    void takesThisMachine(String url) {
        assertThat(new LocalDatabases(List.of()).require(target(url))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example.com/localhost",
                "jdbc:postgresql://localhost.example.com/app",
                "jdbc:postgresql://127.0.0.1.example.com/app",
                "jdbc:postgresql://localhost,db.example.com/app",
                "jdbc:postgresql://10.0.0.1/app",
                "jdbc:postgresql://db.abcdefghijklmnopqrst.supabase.co/postgres"
            })
    void takesNoOther(String url) {
        assertThatThrownBy(() -> new LocalDatabases(List.of("app", "postgres")).require(target(url)))
                .isInstanceOf(LocalDatabases.NotLocalException.class)
                .hasMessageContaining(
                        "is not on this machine, and a reset drops everything in it. Nothing was dropped.");
    }

    @ParameterizedTest
    @CsvSource({
        "db.dev.example.com, jdbc:postgresql://db.dev.example.com:5432/app",
        "*.dev.example.com, jdbc:postgresql://db.dev.example.com/app",
        "db/app, jdbc:postgresql://db/app",
        "app_dev, jdbc:postgresql://localhost/app_dev"
    })
    void takesWhatIsListedWithItsRows(String pattern, String url) {
        assertThat(new LocalDatabases(List.of(pattern)).require(target(url))).isTrue();
    }

    @Test
    void takesNoPatternOfEverything() {
        assertThatThrownBy(() -> new LocalDatabases(List.of("*")))
                .hasMessageContaining("The pattern \"*\" of migrate.local matches every database.");
    }

    private static ConnectionTarget target(String url) {
        return new ConnectionTarget(url, "me", null, Map.of());
    }
}
