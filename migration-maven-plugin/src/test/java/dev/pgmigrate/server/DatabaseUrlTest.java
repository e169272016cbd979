package dev.pgmigrate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.BadTargetException.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "jdbc:postgresql://db/app jdbc:postgresql://db/app",
                "jdbc:postgresql:app jdbc:postgresql://localhost/app",
                "jdbc:postgresql://a:1,b:2/app jdbc:postgresql://a:1,b:2/app",
                "postgres://db/app jdbc:postgresql://db/app",
                "postgresql://db:5433/app jdbc:postgresql://db:5433/app",
                "postgresql:///app jdbc:postgresql://localhost/app",
                "postgres:// jdbc:postgresql://localhost/",
                "postgres://[::1]:5433/app jdbc:postgresql://[::1]:5433/app",
                "postgres://db:/app jdbc:postgresql://db/app",
                "postgres:///app?host=db&port=5433 jdbc:postgresql://db:5433/app",
                "postgres://db/my%20app jdbc:postgresql://db/my%20app",
            })
    void becomesWhatTheDriverReads(String text, String expected) {
        assertThat(remote(text).url()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://ann:p%40ss%2Fw@db/app",
                "postgres://ann:p@ss%2Fw@db/app",
                "jdbc:postgresql://ann:p%40ss%2Fw@db/app",
                "jdbc:postgresql://db/app?user=ann&password=p%40ss%2Fw",
                "jdbc:postgresql://db/app?password=p@ss/w&user=ann",
                "postgres://ann:p@ss/w@db/app",
            })
    void takesUserAndPasswordOutOfTheUrl(String text) {
        DatabaseUrl.Remote remote = remote(text);

        assertThat(remote.url()).isEqualTo("jdbc:postgresql://db/app");
        assertThat(remote.credentials().userOrNull()).isEqualTo("ann");
        assertThat(remote.credentials().passwordOrNull()).isEqualTo("p@ss/w");
        assertThat(remote.toString() + remote.credentials()).doesNotContain("ss/w");
    }

    @Test
    void passesTlsOnAndTranslatesTheNamesOfLibpq() {
        assertThat(remote("postgres://db/app?sslmode=verify-full&sslrootcert=/ca.pem&connect_timeout=3"
                                + "&target_session_attrs=read-write&application_name=a%20b")
                        .parameters())
                .isEqualTo(Map.of(
                        "sslmode", "verify-full",
                        "sslrootcert", "/ca.pem",
                        "connectTimeout", "3",
                        "targetServerType", "primary",
                        "ApplicationName", "a b"));
    }

    @Test
    void namesADisposableServer() {
        assertThat(DatabaseUrl.parse("embedded")).isEqualTo(new DatabaseUrl.Embedded(PostgresVersion.NEWEST));
        assertThat(DatabaseUrl.parse("embedded:16")).isEqualTo(new DatabaseUrl.Embedded(new PostgresVersion(16)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "embedded:new MALFORMED",
                "embedded:0 MALFORMED",
                "postgres://u:secret@db:54x32/app MALFORMED",
                "postgres://u:secret%zz@db/app MALFORMED",
                "postgres://u:[YOUR-PASSWORD]@db/app PLACEHOLDER",
                "postgres:///app?host=/var/run/postgresql UNIX_SOCKET",
                "postgres://%2Fvar%2Frun/app UNIX_SOCKET",
                "https://u:secret@abc.supabase.co NOT_A_DATABASE",
                "jdbc:mysql://u:secret@db/app?password=secret NOT_A_DATABASE",
                "db.example.com NOT_A_DATABASE",
            })
    void refusesInOneSentenceWithoutThePassword(String text, Problem problem) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text))
                .isInstanceOfSatisfying(
                        BadTargetException.class, e -> assertThat(e.problem()).isEqualTo(problem))
                .message()
                .doesNotContain("secret")
                .endsWith(".");
    }

    private static DatabaseUrl.Remote remote(String text) {
        return (DatabaseUrl.Remote) DatabaseUrl.parse(text);
    }
}
