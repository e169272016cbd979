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
                "postgres://u@127.0.0.1/app?port=55432 jdbc:postgresql://127.0.0.1:55432/app",
                "jdbc:postgresql://db:1/app?port=55432 jdbc:postgresql://db:55432/app",
                "postgres://db:1/app?host=other jdbc:postgresql://other:1/app",
                "postgres://db/app?hostaddr=10.0.0.1 jdbc:postgresql://10.0.0.1/app",
                "postgres://db/app?hostaddr=::1&port=5433 jdbc:postgresql://[::1]:5433/app",
                "postgres:///app?host=a,b&port=1,2 jdbc:postgresql://a:1,b:2/app",
                "postgres://a,b/app?port=5433 jdbc:postgresql://a:5433,b:5433/app",
                "postgres://db/app?dbname=other jdbc:postgresql://db/other",
                "postgres://u@db/app?application_name=a@b jdbc:postgresql://db/app",
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
                "postgres://db/app?password=p@ss/w&user=ann",
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "search_path=app,public|currentSchema|app,public",
                "schema=app|currentSchema|\"app\"",
                "schema=My%20App|currentSchema|\"My App\"",
                "timezone=UTC|options|-c timezone=UTC",
                "statement_timeout=5%20s&options=-c%20role%3Downer|options|-c statement_timeout=5\\ s -c role=owner",
                "sslrootcert=system|sslmode|verify-full",
                "load_balance_hosts=random|loadBalanceHosts|true",
                "keepalives=0|tcpKeepAlive|false",
                "ssl|ssl|true",
            })
    void doesWhatOtherToolsDoForTheirParameters(String query, String parameter, String value) {
        assertThat(remote("postgres://db/app?" + query).parameters()).containsEntry(parameter, value);
        assertThat(remote("jdbc:postgresql://db/app?" + query).parameters()).containsEntry(parameter, value);
    }

    /** The parameters of libpq 18, dbmate, golang-migrate, Prisma, Rails and SQLAlchemy that nothing here can follow. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "service=prod|no service file is read",
                "passfile=/x|MIGRATE_PASSWORD",
                "sslcrl=/x|leave it out",
                "keepalives_idle=3|leave it out",
                "replication=database|leave it out",
                "client_encoding=LATIN1|UTF8",
                "connection_limit=1|leave it out",
                "pgbouncer=true|the address of the database itself",
                "sslaccept=strict|sslmode=verify-full",
                "x-migrations-table=x|migrate.historyTable",
                "socket=/tmp|localhost",
                "pool=5|leave it out",
                "currentschema=app|write it currentSchema",
                "Port=5|leave it out",
            })
    void refusesWhatItCannotFollowAndSaysWhatToWrite(String query, String advice) {
        for (String base : new String[] {"postgres://db/app?", "jdbc:postgresql://db/app?"}) {
            assertThatThrownBy(() -> DatabaseUrl.parse(base + query))
                    .isInstanceOfSatisfying(
                            BadTargetException.class,
                            e -> assertThat(e.problem()).isEqualTo(Problem.UNKNOWN_PARAMETER))
                    .hasMessageContaining(advice);
        }
    }

    /** Whatever is wrong with a URL, no word of what may be its password is shown. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://u:my secret%pw@h/db",
                "postgres://u:my secret%pw@h:5/db?x=%",
                "u:secret@h/db",
                "u:topsecret/db",
                "jdbc:postgresql://u/topsecret@h/db",
                "jdbc:postgresql:u/topsecret@h/db",
                "jdbc:oracle:thin:u/topsecret@h:1521/db",
                "postgresql+asyncpg://u:top secret@h/db",
                "postgres://h/db?password=my secret%zz",
                "jdbc:postgresql://h/db?password=my secret%zz",
                "jdbc:postgresql://h/db?user=u&password=se@my secret%zz",
                "postgres://u:topsecret/db",
                "postgres://u:secret?secret@h/db%",
                "postgres://u:p@s?secret@h/db",
                "postgres://u:s?secret@h:port/db",
                "host=h user=u password=topsecret",
                "embedded:topsecret",
                "postgres://u:secret@my host/db",
                "postgres://u:p@/secret@h/db?sslmode=x&y",
            })
    void showsNothingOfAUrlThatItCannotRead(String url) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url))
                .isInstanceOf(BadTargetException.class)
                .message()
                .doesNotContain("secret")
                .endsWith(".");
        assertThat(DatabaseUrl.mask("Cannot parse " + url))
                .satisfiesAnyOf(
                        masked -> assertThat(masked).doesNotContain("secret"),
                        masked -> assertThat(url).doesNotContain("://").doesNotContain("jdbc:postgresql:"),
                        masked -> assertThat(url).isEqualTo("postgres://u:topsecret/db"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://h/db?application_name=a@b",
                "postgres://h:5432/db?application_name=a@b",
                "postgres://u@h/db",
                "jdbc:postgresql://h:5432/db?user=u",
                "jdbc:postgresql:db",
            })
    void findsNoPasswordWhereNoneIs(String url) {
        assertThat(DatabaseUrl.holdsPassword(url)).isFalse();
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
