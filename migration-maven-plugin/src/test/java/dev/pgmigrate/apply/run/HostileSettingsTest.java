package dev.pgmigrate.apply.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.apply.Applier;
import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.apply.StatementFailedException;
import dev.pgmigrate.apply.run.ChaosTable.Accident;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.server.TestPostgres;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases that take away what a run needs, before it or on its way: a clear error, and a run afterwards that finishes. */
class HostileSettingsTest {
    @TempDir
    private Path base;

    private Folder folder;

    @BeforeEach
    void makeFolder() {
        folder = new Folder(base).with("001_a.sql", "CREATE TABLE a (x text);").with("002_b.sql", "CREATE TABLE b ();");
    }

    @Test
    void rightsThatAreLostOnTheWay() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        ConnectionTarget role = as(database, "loses_rights");
        admin(
                database,
                "GRANT CREATE ON DATABASE " + name(database) + " TO loses_rights; GRANT ALL ON SCHEMA public TO"
                        + " loses_rights");

        MigrationFailure failure = failure(role, before("002", () -> {
            admin(
                    database,
                    "ALTER TABLE migrate.schema_migrations OWNER TO postgres; REVOKE ALL ON"
                            + " migrate.schema_migrations FROM loses_rights");
        }));

        assertThat(failure.cause()).hasMessageContaining("permission denied for table schema_migrations");
        assertThat(Applier.tables(database)).containsExactly("a");
        admin(database, "ALTER TABLE migrate.schema_migrations OWNER TO loses_rights");
        finishes(role);
        admin(database, "DROP OWNED BY loses_rights CASCADE; DROP ROLE loses_rights");
        ChaosTable.held(Accident.RIGHTS_LOST, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE migrate.schema_migrations RENAME TO gone|ALTER TABLE migrate.gone RENAME TO schema_migrations",
                "ALTER TABLE migrate.schema_migrations RENAME checksum TO gone|ALTER TABLE migrate.schema_migrations RENAME gone"
                        + " TO checksum",
                "ALTER TABLE migrate.migration_events RENAME TO gone|ALTER TABLE migrate.gone RENAME TO migration_events"
            })
    void aHistoryThatIsTakenAwayOnTheWay(String change) {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        String[] thereAndBack = change.split("\\|", -1);

        MigrationFailure failure = failure(database, before("002", () -> admin(database, thereAndBack[0])));

        assertThat(failure.cause()).isInstanceOf(ServerException.class).hasMessageContaining("does not exist");
        assertThat(Applier.tables(database)).containsExactly("a");
        assertThatThrownBy(() -> new Applier(folder).apply(database)).isNotNull();
        assertThat(Applier.tables(database)).containsExactly("a");
        admin(database, thereAndBack[1]);
        finishes(database);
        ChaosTable.held(Accident.HISTORY_GONE, 1);
    }

    @Test
    void settingsThatFightOurs() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        ConnectionTarget role = as(database, "fights");
        for (String setting : new String[] {
            "statement_timeout = '1ms'",
            "lock_timeout = '1ms'",
            "idle_in_transaction_session_timeout = '1ms'",
            "idle_session_timeout = '1ms'",
            "search_path = nix",
            "standard_conforming_strings = off",
            "DateStyle = 'German'",
            "default_transaction_isolation = 'serializable'"
        }) {
            admin(database, "ALTER ROLE fights SET " + setting);
        }
        admin(
                database,
                "CREATE SCHEMA nix; GRANT ALL ON SCHEMA nix TO fights; GRANT CREATE ON DATABASE " + name(database)
                        + " TO fights");
        folder.with(
                "003_c.sql",
                "INSERT INTO a VALUES ('back\\\\slash'); COMMENT ON TABLE a IS 'it''s'; SELECT pg_sleep(0.02);");

        assertThat(new Applier(folder).apply(role).failure()).isEmpty();

        try (ServerConnection connection = ServerConnection.open(database)) {
            assertThat(connection.queryOne("SELECT x FROM nix.a", row -> row.getString(1)))
                    .hasValue("back\\slash");
        }
        admin(database, "DROP OWNED BY fights CASCADE; DROP ROLE fights");
        ChaosTable.held(Accident.SETTINGS, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LATIN1", "SQL_ASCII"})
    void databasesInOtherEncodings(String encoding) {
        ConnectionTarget any = TestPostgres.of(18).newDatabase();
        String name = "in_" + encoding.toLowerCase(Locale.ROOT);
        admin(
                any,
                "CREATE DATABASE " + name + " ENCODING '" + encoding
                        + "' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        ConnectionTarget database = new ConnectionTarget(
                any.url().replaceFirst("[^/]+$", name), any.user(), any.passwordOrNull(), any.parameters());
        folder.with("003_c.sql", "INSERT INTO a VALUES ('\u00e9t\u00e9'); COMMENT ON TABLE a IS '\u00e9';");
        try {
            assertThat(new Applier(folder).apply(database).failure()).isEmpty();
            try (ServerConnection connection = ServerConnection.open(database)) {
                assertThat(connection.queryOne("SELECT x FROM a", row -> row.getString(1)))
                        .hasValue("\u00e9t\u00e9");
            }
            if (encoding.equals("LATIN1")) {
                folder.with("004_d.sql", "CREATE TABLE d ();\nINSERT INTO a VALUES ('\u2192');");
                assertThat(failure(database, MigratorListener.NONE).cause())
                        .isInstanceOfSatisfying(StatementFailedException.class, e -> {
                            assertThat(e.position().line()).isEqualTo(2);
                            assertThat(e.error().message()).contains("has no equivalent in encoding \"LATIN1\"");
                        });
                assertThat(Applier.tables(database)).containsExactly("a", "b");
            }
        } finally {
            admin(any, "DROP DATABASE " + name + " WITH (FORCE)");
        }
        ChaosTable.held(Accident.ENCODINGS, 1);
    }

    @Test
    void anEventTriggerThatForbidsDdl() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        new Applier(new Folder(base.resolve("first")).with("001_a.sql", "CREATE TABLE a (x text);")).apply(database);
        admin(
                database,
                "CREATE FUNCTION forbid() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no"
                        + " changes on Fridays'; END $$; CREATE EVENT TRIGGER forbids ON ddl_command_start EXECUTE FUNCTION"
                        + " forbid()");

        assertThat(failure(database, MigratorListener.NONE).cause())
                .isInstanceOfSatisfying(StatementFailedException.class, e -> {
                    assertThat(e.error().message()).isEqualTo("no changes on Fridays");
                    assertThat(e.file().path()).endsWith("002_b.sql");
                });
        assertThat(Applier.tables(database)).containsExactly("a");

        admin(database, "DROP EVENT TRIGGER forbids");
        finishes(database);
        ChaosTable.held(Accident.FORBIDDEN, 1);
    }

    private MigrationFailure failure(ConnectionTarget database, MigratorListener listener) {
        return new Applier(folder)
                .run(database, Applier.SETTINGS, listener)
                .failure()
                .orElseThrow();
    }

    private void finishes(ConnectionTarget database) {
        assertThat(new Applier(folder).apply(database).failure()).isEmpty();
        assertThat(Applier.tables(database)).containsExactly("a", "b");
    }

    private static MigratorListener before(String version, Runnable action) {
        return new MigratorListener() {
            @Override
            public void starting(Migration migration, int number, int total) {
                if (migration.version().toString().equals(version)) {
                    action.run();
                }
            }
        };
    }

    private static ConnectionTarget as(ConnectionTarget database, String role) {
        admin(database, "CREATE ROLE " + role + " LOGIN PASSWORD 'secret'");
        return new ConnectionTarget(database.url(), role, "secret", database.parameters());
    }

    private static String name(ConnectionTarget database) {
        return database.url().replaceFirst(".*/", "");
    }

    private static void admin(ConnectionTarget database, String sql) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute(sql);
        }
    }
}
