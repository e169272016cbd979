package dev.pgmigrate.apply.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.apply.Applier;
import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.apply.StatementFailedException;
import dev.pgmigrate.apply.history.HistoryException;
import dev.pgmigrate.apply.history.ReadOnlyException;
import dev.pgmigrate.apply.plan.Obstacle.Kind;
import dev.pgmigrate.server.ConnectException;
import dev.pgmigrate.server.ConnectException.Reason;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases that cannot be migrated: each says why in one sentence, and has nothing half done. */
class BadDatabaseTest {
    @TempDir
    private Path base;

    private Folder folder;
    private Applier applier;

    @BeforeEach
    void makeFolder() {
        folder = new Folder(base).with("001_a.sql", "CREATE TABLE a ();");
        applier = new Applier(folder);
    }

    @Test
    void aHostThatNobodyKnows() {
        refused(new ConnectionTarget("jdbc:postgresql://nowhere.invalid/x", "me", "secret", Map.of()))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_HOST))
                .withMessage("The host of jdbc:postgresql://nowhere.invalid/x is unknown: check its name.");
    }

    @Test
    void aServerWithoutTlsWhereTlsIsRequired() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        refused(database.with("sslmode", "require"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.TLS))
                .withMessageContaining("do not agree on TLS")
                .withMessageContaining("set sslmode");
    }

    @Test
    void aDatabaseThatIsNotThere() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        refused(new ConnectionTarget(
                        database.url() + "_nix", database.user(), database.passwordOrNull(), database.parameters()))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NO_SUCH_DATABASE));
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void aRoleWithOneConnectionCannotHoldTheLock(TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        ConnectionTarget single = as(database, "single", "CONNECTION LIMIT 1");
        grant(database, "GRANT CREATE ON DATABASE %s TO single");

        refused(single)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.TOO_MANY_CONNECTIONS))
                .withMessageContaining("two are needed");
        assertThat(Applier.tables(database)).isEmpty();
    }

    @Test
    void aRoleThatMayNotMakeTheHistoryIsToldTheGrant() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        ConnectionTarget reader = as(database, "reader", "");

        assertThatThrownBy(() -> applier.apply(reader)).isInstanceOfSatisfying(HistoryException.class, e -> {
            assertThat(e.reason()).isEqualTo(HistoryException.Reason.NOT_WRITABLE);
            assertThat(e.grants()).singleElement().asString().matches("GRANT CREATE ON DATABASE .* TO \"reader\";");
        });
        assertThat(Applier.tables(database)).isEmpty();
    }

    @Test
    void aRoleThatMayOnlyReadTheHistoryIsToldTheGrants() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        applier.apply(database);
        ConnectionTarget reader = as(database, "history_reader", "");
        grant(
                database,
                "GRANT USAGE ON SCHEMA migrate TO history_reader;"
                        + " GRANT SELECT ON ALL TABLES IN SCHEMA migrate TO history_reader");
        folder.with("002_b.sql", "CREATE TABLE b ();");

        assertThatThrownBy(() -> applier.apply(reader))
                .isInstanceOfSatisfying(
                        HistoryException.class, e -> assertThat(e.grants()).hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE TABLE b (\n\\echo half\nid int);", "SELECT 1 \\gset\n", "\\i other.sql\n"})
    void aStatementThatIsCutByACommandOfPsql(String sql) {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("002_b.sql", sql);

        assertThat(applier.obstacles(database)).contains(Kind.META_COMMAND);
        assertThat(Applier.tables(database)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET client_encoding = 'LATIN1';",
                "SET NAMES 'win1252';",
                "SET LOCAL client_encoding TO latin1;",
                "SELECT pg_catalog.set_config('client_encoding', 'LATIN1', false);"
            })
    void anEncodingThatTheFileIsNotSentIn(String sql) {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("000_dump.sql", "SET client_encoding = 'UTF8'; SET NAMES 'utf-8';")
                .with("002_b.sql", sql);

        assertThat(applier.obstacles(database)).containsExactly(Kind.CLIENT_ENCODING);
        assertThat(Applier.tables(database)).isEmpty();
    }

    @Test
    void aTimeoutThatEndsTheSessionIsTheErrorThatIsShown() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("002_b.sql", "SET LOCAL transaction_timeout = '50ms';\nSELECT pg_sleep(5);");

        assertThat(applier.apply(database).failure().orElseThrow().cause())
                .isInstanceOfSatisfying(StatementFailedException.class, e -> {
                    assertThat(e.error().sqlState()).isEqualTo("25P04");
                    assertThat(e.position().line()).isEqualTo(2);
                });
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void aServerThatGoesAwayInTheMiddle(TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        folder.with("002_b.sql", "CREATE TABLE b ();\nSELECT pg_terminate_backend(pg_backend_pid());\nSELECT 1;")
                .with("003_c.sql", "CREATE TABLE c ();");

        MigrationFailure failure = applier.apply(database).failure().orElseThrow();

        assertThat(failure.recorded()).isFalse();
        assertThat(failure.cause()).isInstanceOfSatisfying(StatementFailedException.class, e -> {
            assertThat(e.connectionLost()).isTrue();
            assertThat(e.position().line()).isEqualTo(2);
        });
        assertThat(Applier.tables(database)).containsExactly("a");
        assertThat(applier.states(database)).containsExactly("001 applied", "002 pending", "003 pending");
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void aDatabaseThatTakesNoChanges(TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        applier.apply(database);
        folder.with("002_b.sql", "CREATE TABLE b ();");
        grant(database, "ALTER DATABASE %s SET default_transaction_read_only = on");

        assertThatThrownBy(() -> applier.apply(database))
                .isInstanceOf(ReadOnlyException.class)
                .hasMessageContaining("default_transaction_read_only");
    }

    /** The lock and what is applied under it are on one server, whichever of them the driver chooses. */
    @Test
    void severalServersOfWhichTheDriverChoosesAnyOne() {
        String name = "balanced";
        String hosts = "";
        for (TestPostgres postgres : TestPostgres.all().toList()) {
            try (ServerConnection connection = postgres.connect()) {
                connection.execute("CREATE ROLE " + name + " LOGIN PASSWORD 'secret'");
                connection.execute("CREATE DATABASE " + name + " OWNER " + name);
            }
            hosts += (hosts.isEmpty() ? "" : ",") + postgres.newDatabase().url().replaceFirst(".*//([^/]*)/.*", "$1");
        }
        ConnectionTarget database = new ConnectionTarget(
                "jdbc:postgresql://" + hosts + "/" + name,
                name,
                "secret",
                Map.of("sslmode", "disable", "loadBalanceHosts", "true"));

        for (int i = 10; i < 18; i++) {
            folder.with("0" + i + "_t.sql", "CREATE TABLE t" + i + " ();");
            assertThat(applier.apply(database).failure()).isEmpty();
        }
    }

    private ThrowableAssertAlternative<ConnectException> refused(ConnectionTarget target) {
        return assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> applier.apply(target));
    }

    private static ConnectionTarget as(ConnectionTarget database, String role, String options) {
        grant(
                database,
                "DROP ROLE IF EXISTS " + role + "; CREATE ROLE " + role + " LOGIN PASSWORD 'secret' " + options);
        return new ConnectionTarget(database.url(), role, "secret", database.parameters());
    }

    /** Runs {@code sql}, in which {@code %s} stands for the database. */
    private static void grant(ConnectionTarget database, String sql) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            String name = connection
                    .queryOne("SELECT current_database()", row -> row.getString(1))
                    .orElseThrow();
            connection.execute(sql.replace("%s", name));
        }
    }
}
