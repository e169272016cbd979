package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.goal.ProtectedDatabases.ProtectedException;
import dev.pgmigrate.server.ConnectionTarget;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectedDatabasesTest {
    private static final String REF = "abcdefghijklmnopqrst";

    @ParameterizedTest
    @CsvSource({
        "db.example.com, jdbc:postgresql://db.example.com:5433/app?ssl=true, app, db.example.com/app",
        "DB.Example.*, jdbc:postgresql://db.example.com/app, app, db.example.com/app",
        "app_prod*, jdbc:postgresql://10.0.0.7/app_production, app, 10.0.0.7/app_production",
        "db.example.com/app, jdbc:postgresql://db.example.com/app, app, db.example.com/app",
        "second, 'jdbc:postgresql://first:5432,second:5432/app', app, first/app",
        "odd name, jdbc:postgresql://h/odd%20name, app, h/odd name",
        "localhost, jdbc:postgresql:app, app, localhost/app",
        REF + ", jdbc:postgresql://db." + REF + ".supabase.co:5432/postgres, postgres, " + REF,
        REF + ", jdbc:postgresql://aws-0-eu-west-1.pooler.supabase.com:5432/postgres, postgres." + REF + ", " + REF
    })
    void isChangedOnlyByWhoNamesIt(String pattern, String url, String user, String name) {
        ProtectedDatabases databases = new ProtectedDatabases(List.of("other", pattern));
        ConnectionTarget target = new ConnectionTarget(url, user, null, Map.of());

        assertThatThrownBy(() -> databases.require(target, null))
                .isInstanceOf(ProtectedException.class)
                .hasMessageEndingWith("type -Dmigrate.confirm=" + name);
        assertThatThrownBy(() -> databases.require(target, "true")).isInstanceOf(ProtectedException.class);
        assertThatCode(() -> databases.require(target, name)).doesNotThrowAnyException();
    }

    @Test
    void leavesOthersAlone() {
        ConnectionTarget target =
                new ConnectionTarget("jdbc:postgresql://staging.example.com/app", "app", null, Map.of());

        assertThatCode(() ->
                        new ProtectedDatabases(List.of("prod*", "example.com", "ap", "[a-z]*")).require(target, null))
                .doesNotThrowAnyException();
        assertThatCode(() -> new ProtectedDatabases(List.of()).require(target, null))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "**", "*/*", "", "  "})
    void refusesAPatternThatMatchesEverything(String pattern) {
        assertThatThrownBy(() -> new ProtectedDatabases(List.of(pattern)))
                .isInstanceOf(ProtectedException.class)
                .hasMessageStartingWith("The pattern \"" + pattern + "\" of migrate.protected matches every database.");
    }
}
