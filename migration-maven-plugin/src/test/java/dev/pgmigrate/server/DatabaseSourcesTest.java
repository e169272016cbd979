package dev.pgmigrate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.server.BadTargetException.Problem;
import dev.pgmigrate.server.DatabaseSources.Choice;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSourcesTest {
    @Test
    void asksTheParameterFirst() {
        Choice.Existing choice =
                existing(sources("postgres://param/a", Map.of("MIGRATE_URL", "postgres://env/a"), true));

        assertThat(choice.target().url()).isEqualTo("jdbc:postgresql://param/a");
        assertThat(choice.source()).isEqualTo("migrate.url");
    }

    @Test
    void aTypedGoalTakesWhatOtherToolsUse() {
        assertThat(existing(sources(null, Map.of("DATABASE_URL", "postgres://u:p@shell/a"), true))
                        .target()
                        .url())
                .isEqualTo("jdbc:postgresql://shell/a");
        ConnectionTarget libpq = existing(sources(
                        null,
                        Map.of(
                                "PGHOST",
                                "pg",
                                "PGPORT",
                                "5433",
                                "PGDATABASE",
                                "d",
                                "PGUSER",
                                "u",
                                "PGPASSWORD",
                                "p",
                                "PGSSLMODE",
                                "require"),
                        true))
                .target();
        assertThat(libpq)
                .isEqualTo(new ConnectionTarget("jdbc:postgresql://pg:5433/d", "u", "p", Map.of("sslmode", "require")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "::1|5433|app|jdbc:postgresql://[::1]:5433/app",
                "[::1]||app|jdbc:postgresql://[::1]/app",
                "fe80::1%eth0|5433|app|jdbc:postgresql://[fe80::1%eth0]:5433/app",
                "a,b|1,2|app|jdbc:postgresql://a:1,b:2/app",
                "a,b|5433|app|jdbc:postgresql://a:5433,b:5433/app",
                "pg||my app/1?x=2&y#z%|jdbc:postgresql://pg/my%20app%2F1%3Fx%3D2%26y%23z%25",
                "||app|jdbc:postgresql://localhost/app",
            })
    void readsAddressesAndNamesAsLibpqDoes(
            @Nullable String host, @Nullable String port, String database, String expected) {
        Map<String, String> shell =
                new HashMap<>(Map.of("PGDATABASE", database, "PGUSER", "a/b:c@d", "PGPASSWORD", "%zz"));
        if (host != null) {
            shell.put("PGHOST", host);
        }
        if (port != null) {
            shell.put("PGPORT", port);
        }

        ConnectionTarget target = existing(sources(null, shell, true)).target();

        assertThat(target.url()).isEqualTo(expected);
        assertThat(target.user()).isEqualTo("a/b:c@d");
        assertThat(target.passwordOrNull()).isEqualTo("%zz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/var/run/postgresql", "@abstract", "/run,db"})
    void refusesTheSocketsOfLibpq(String host) {
        assertThatThrownBy(() -> sources(null, Map.of("PGHOST", host), true).required())
                .isInstanceOfSatisfying(
                        BadTargetException.class, e -> assertThat(e.problem()).isEqualTo(Problem.UNIX_SOCKET));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void aGoalOfTheLifecycleDoesNotTakeWhatOtherToolsUse(Map<String, String> shell) {
        assertThatThrownBy(() -> sources(null, shell, false).required())
                .isInstanceOfSatisfying(
                        BadTargetException.class, e -> assertThat(e.problem()).isEqualTo(Problem.MISSING))
                .hasMessageContaining("not used by a goal that the lifecycle runs");
        assertThat(sources(null, shell, true).configured()).isEmpty();
    }

    static Stream<Map<String, String>> shells() {
        return Stream.of(Map.of("DATABASE_URL", "postgres://shell/a"), Map.of("PGHOST", "shell"));
    }

    @Test
    void aPasswordOfLibpqIsNotGivenToADatabaseOfOurs() {
        assertThat(existing(sources(null, Map.of("MIGRATE_URL", "postgres://u@x/a", "PGPASSWORD", "p"), true))
                        .target()
                        .passwordOrNull())
                .isNull();
    }

    @ParameterizedTest
    @MethodSource("passwords")
    void takesThePasswordFromTheNearestPlace(
            @Nullable String given, String url, @Nullable String server, String expected) {
        DatabaseSources sources = new DatabaseSources(
                url,
                new Credentials(null, given),
                new Credentials("settings", server),
                Map.of("MIGRATE_PASSWORD", "environment"),
                false);

        assertThat(existing(sources).target().passwordOrNull()).isEqualTo(expected);
        assertThat(existing(sources).toString()).doesNotContain(expected);
    }

    static Stream<Arguments> passwords() {
        return Stream.of(
                Arguments.of("given", "postgres://u:inurl@x/a", "settings-pw", "given"),
                Arguments.of(null, "postgres://u:inurl@x/a", "settings-pw", "inurl"),
                Arguments.of(null, "postgres://u@x/a", "settings-pw", "settings-pw"),
                Arguments.of(null, "postgres://u@x/a", null, "environment"));
    }

    @Test
    void saysThatTheServiceRoleKeyIsNoPassword() {
        assertThatThrownBy(() -> sources(null, Map.of("SUPABASE_SERVICE_ROLE_KEY", "eyJ"), true)
                        .required())
                .isInstanceOf(BadTargetException.class)
                .hasMessageContaining("cannot run SQL")
                .hasMessageNotContaining("eyJ");
    }

    private static DatabaseSources sources(@Nullable String url, Map<String, String> environment, boolean typed) {
        return new DatabaseSources(url, Credentials.NONE, Credentials.NONE, environment, typed);
    }

    private static Choice.Existing existing(DatabaseSources sources) {
        return (Choice.Existing) sources.required();
    }
}
