package dev.pgmigrate.apply.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.apply.Applier;
import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.apply.RequirementFailedException;
import dev.pgmigrate.apply.StatementFailedException;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.history.SchemaHistory;
import dev.pgmigrate.apply.plan.DatabaseNotEmptyException;
import dev.pgmigrate.apply.plan.NotApplicableException;
import dev.pgmigrate.apply.plan.Obstacle.Kind;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigratorTest {
    @TempDir
    private Path base;

    private Folder folder;
    private Applier applier;

    @BeforeEach
    void makeFolder() {
        folder = new Folder(base);
        applier = new Applier(folder);
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void appliesOnceAndThenDoesNothing(TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        folder.with("001_users.sql", "CREATE TABLE users (id bigint PRIMARY KEY);")
                .with("002_orders.sql", "CREATE TABLE orders (user_id bigint REFERENCES users);");

        assertThat(Applier.names(applier.apply(database))).containsExactly("001_users.sql", "002_orders.sql");
        assertThat(Applier.names(applier.apply(database))).isEmpty();

        try (ServerConnection connection = ServerConnection.open(database)) {
            assertThat(connection.query(
                            "SELECT version, state, age FROM migrate.migration_status JOIN migrate.schema_migrations"
                                    + " USING (version, state)",
                            row -> row.getString(1) + row.getString(2) + row.getString(3)))
                    .containsExactly("001appliedrecent", "002appliedrecent");
            assertThat(connection.query(
                            "SELECT version || kind || outcome FROM migrate.migration_events", row -> row.getString(1)))
                    .containsExactly("001applysucceeded", "002applysucceeded");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void stopsAtTheFirstFailureAndRollsItBackWhole(TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        folder.with("001_a.sql", "CREATE TABLE a ();")
                .with("002_b.sql", "CREATE TABLE b ();")
                .with("003_c.sql", "CREATE TABLE c ();\n\nALTER TABLE nix\n  ADD x int;\nCREATE TABLE d ();")
                .with("004_e.sql", "CREATE TABLE e ();");

        ApplyResult result = applier.apply(database);

        assertThat(Applier.names(result)).containsExactly("001_a.sql", "002_b.sql");
        MigrationFailure failure = result.failure().orElseThrow();
        assertThat(failure.recorded()).isTrue();
        assertThat(failure.cause()).isInstanceOfSatisfying(StatementFailedException.class, e -> {
            assertThat(e.position()).hasToString("3:1");
            assertThat(e.sql()).isEqualTo("ALTER TABLE nix\n  ADD x int");
            assertThat(e.error().sqlState()).isEqualTo("42P01");
        });
        assertThat(Applier.tables(database)).containsExactly("a", "b");
        assertThat(applier.states(database)).containsExactly("001 applied", "002 applied", "003 failed", "004 pending");

        folder.with("003_c.sql", "CREATE TABLE c ();");
        assertThat(Applier.names(applier.apply(database))).containsExactly("003_c.sql", "004_e.sql");
        assertThat(applier.states(database))
                .containsExactly("001 applied", "002 applied", "003 applied", "004 applied");
    }

    @Test
    void leavesNoTraceOfOneFileInTheSessionOfTheNext() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with(
                        "001_dump.sql",
                        "CREATE ROLE reset_role; GRANT CREATE ON SCHEMA public TO reset_role; SET ROLE reset_role;"
                                + " SELECT pg_catalog.set_config('search_path', '', false); SET lock_timeout = '1h';"
                                + " CREATE TEMP TABLE t ();")
                .with(
                        "002_next.sql",
                        "CREATE TABLE t AS SELECT current_user::text AS who, current_setting('lock_timeout') AS wait,"
                                + " current_setting('idle_in_transaction_session_timeout') AS idle;");

        assertThat(applier.apply(database).failure()).isEmpty();

        try (ServerConnection connection = ServerConnection.open(database)) {
            assertThat(connection.queryOne("SELECT who || wait || idle FROM public.t", row -> row.getString(1)))
                    .hasValue("postgres2s0");
        }
    }

    @Test
    void takesTheFilesOwnTransactionForOurs() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("001_a.sql", "-- old habit\nBEGIN;\nCREATE TABLE a ();\nCOMMIT;\n")
                .with("002_b.sql", "BEGIN ISOLATION LEVEL SERIALIZABLE; SELECT nix; CREATE TABLE b (); COMMIT;");

        ApplyResult result = applier.apply(database);

        assertThat(Applier.names(result)).containsExactly("001_a.sql");
        assertThat(result.failure().orElseThrow().cause())
                .isInstanceOfSatisfying(
                        StatementFailedException.class,
                        e -> assertThat(e.position()).hasToString("1:44"));
        assertThat(Applier.tables(database)).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE a (); COMMIT; CREATE TABLE b ();",
                "COMMIT; BEGIN;",
                "BEGIN; SELECT 1;",
                "BEGIN; SELECT 1; COMMIT AND CHAIN;"
            })
    void refusesAFileThatEndsTheTransaction(String sql) {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("001_good.sql", "CREATE TABLE good ();").with("002_bad.sql", sql);

        assertThat(applier.obstacles(database)).contains(Kind.TRANSACTION_CONTROL);
        assertThat(Applier.tables(database)).isEmpty();
    }

    @Test
    void refusesWhatPsqlAloneUnderstands() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("001_dump.sql", "\\connect other\nCREATE TABLE a ();\n");

        assertThat(applier.obstacles(database)).containsExactly(Kind.META_COMMAND);
    }

    @Test
    void detectsAChangedFileButNotChangedLineEnds() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("001_a.sql", "CREATE TABLE a (\n);\n").with("002_b.sql", "CREATE TABLE b ();");
        applier.apply(database);

        folder.with("001_a.sql", "\uFEFF-- migrate:ignore x reason=\"later\"\r\nCREATE TABLE a (\r\n);\r\n");
        assertThat(Applier.names(applier.apply(database))).isEmpty();

        folder.with("001_a.sql", "CREATE TABLE a (id int);\n");
        assertThat(applier.obstacles(database)).containsExactly(Kind.CHANGED);
    }

    @Test
    void refusesWhenAFileIsGoneOrComesTooLate() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("001_a.sql", "CREATE TABLE a ();").with("003_c.sql", "CREATE TABLE c ();");
        applier.apply(database);

        folder.with("002_b.sql", "CREATE TABLE b ();");
        assertThat(applier.obstacles(database)).containsExactly(Kind.OUT_OF_ORDER);
        assertThat(Applier.names(applier.run(database, Applier.outOfOrder(), MigratorListener.NONE)))
                .containsExactly("002_b.sql");

        folder.without("001_a.sql");
        assertThat(applier.obstacles(database)).containsExactly(Kind.MISSING);

        folder.without("002_b.sql").without("003_c.sql").with("000_z.sql", "SELECT 1;");
        assertThat(applier.states(database))
                .containsExactly("000 out-of-order", "001 future", "002 future", "003 future");
    }

    @Test
    void refusesADatabaseThatIsNotEmptyAndNamesTheCommand() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("001_a.sql", "CREATE TABLE a ();");
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute("CREATE TABLE old_users ()");
        }
        assertThatThrownBy(() -> applier.apply(database))
                .isInstanceOf(DatabaseNotEmptyException.class)
                .hasMessageContaining("table public.old_users")
                .hasMessageEndingWith("mvn migrate:baseline -Dmigrate.baselineVersion=001");
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute("CREATE TABLE flyway_schema_history ()");
        }
        assertThatThrownBy(() -> applier.apply(database))
                .hasMessageEndingWith("mvn migrate:baseline -Dmigrate.adopt=public.flyway_schema_history");
    }

    @Test
    void requiresAndEnsuresAreChecked() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("001_a.sql", "-- migrate:ensures column public.a.id\nCREATE TABLE a (id int);")
                .with("002_b.sql", "-- migrate:requires table b\nSELECT 1;");

        ApplyResult result = applier.apply(database);

        assertThat(Applier.names(result)).containsExactly("001_a.sql");
        assertThat(result.failure().orElseThrow().cause())
                .isInstanceOf(RequirementFailedException.class)
                .hasMessageEndingWith("002_b.sql:1:1 The table b is required but does not exist.");
    }

    @Test
    void aDeferredConstraintThatFailsAtCommitIsAFailure() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with(
                "001_a.sql",
                "CREATE TABLE a (id int UNIQUE DEFERRABLE INITIALLY DEFERRED); INSERT INTO a VALUES (1), (1);");

        MigrationFailure failure = applier.apply(database).failure().orElseThrow();

        assertThat(failure.cause()).hasMessageContaining("23505");
        assertThat(Applier.tables(database)).isEmpty();
        assertThat(applier.states(database)).containsExactly("001 failed");
    }

    @Test
    void theTargetIsTheLastThatIsApplied() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("001_a.sql", "SELECT 1;").with("002_b.sql", "SELECT 1;");

        assertThat(Applier.names(applier.run(database, Applier.upTo("1"), MigratorListener.NONE)))
                .containsExactly("001_a.sql");
        assertThatThrownBy(() -> applier.run(database, Applier.upTo("7"), MigratorListener.NONE))
                .isInstanceOf(NotApplicableException.class)
                .hasMessageContaining("No migration has the version 7.");
    }

    @Test
    void mirrorsToTheTableOfTheSupabaseCli() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute("CREATE SCHEMA supabase_migrations");
            connection.execute(
                    "CREATE TABLE supabase_migrations.schema_migrations (version text PRIMARY KEY, statements text[],"
                            + " name text)");
            new SchemaHistory(connection, HistoryTable.DEFAULT).create();
        }
        folder.with("20250101000000_a.sql", "CREATE TABLE a ();\nSELECT 1;");
        applier.apply(database);

        try (ServerConnection connection = ServerConnection.open(database)) {
            assertThat(connection.query(
                            "SELECT version || name || array_to_string(statements, '|') FROM"
                                    + " supabase_migrations.schema_migrations",
                            row -> row.getString(1)))
                    .containsExactly("20250101000000aCREATE TABLE a ()|SELECT 1");
        }
        folder.with("20250115_001_x.sql", "SELECT 1;").with("20250115_002_y.sql", "SELECT 1;");
        assertThat(applier.obstacles(database)).contains(Kind.SUPABASE_VERSION);
    }

    @Test
    void aRoleOfTheFileKeepsNeitherHistoryFromBeingWritten() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute("CREATE SCHEMA supabase_migrations; CREATE TABLE supabase_migrations.schema_migrations"
                    + " (version text PRIMARY KEY, statements text[], name text)");
            connection.execute("CREATE ROLE mirror_role");
            new SchemaHistory(connection, HistoryTable.DEFAULT).create();
        }
        folder.with("20250101000000_a.sql", "SET ROLE mirror_role; SET search_path = '';")
                .with("20250102000000_b.sql", "-- migrate:transaction off\nSET ROLE mirror_role; SELECT 1;");

        assertThat(applier.apply(database).failure()).isEmpty();

        try (ServerConnection connection = ServerConnection.open(database)) {
            assertThat(connection.queryOne(
                            "SELECT count(*) FROM supabase_migrations.schema_migrations", row -> row.getInt(1)))
                    .hasValue(2);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void theRoleThatASessionBeginsWithWritesTheHistory(TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        String owner = "owner_" + database.url().replaceAll(".*/", "");
        String login = "login_" + owner;
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute("CREATE ROLE " + owner + "; CREATE ROLE " + login
                    + " LOGIN NOINHERIT PASSWORD 'x' IN ROLE " + owner + "; ALTER ROLE " + login + " SET role = "
                    + owner
                    + "; GRANT CREATE ON DATABASE " + database.url().replaceAll(".*/", "") + " TO " + owner);
        }
        folder.with("001_a.sql", "SET ROLE NONE;")
                .with("002_b.sql", "-- migrate:transaction off\nSELECT 1;\nSET ROLE NONE;\nSELECT 2;");

        assertThat(applier.apply(new ConnectionTarget(database.url(), login, "x", database.parameters()))
                        .failure())
                .isEmpty();

        try (ServerConnection connection = ServerConnection.open(database)) {
            assertThat(connection.query("SELECT applied_by FROM migrate.schema_migrations", row -> row.getString(1)))
                    .containsExactly(owner, owner);
        }
    }

    @Test
    void theFirstStatementMaySayWhatKindOfTransactionItNeeds() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with(
                "001_a.sql",
                "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE;"
                        + " CREATE TABLE a AS SELECT current_setting('transaction_isolation') AS level;");

        assertThat(applier.apply(database).failure()).isEmpty();

        try (ServerConnection connection = ServerConnection.open(database)) {
            assertThat(connection.queryOne("SELECT level FROM a", row -> row.getString(1)))
                    .hasValue("serializable");
        }
    }
}
