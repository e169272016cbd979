package dev.pgmigrate.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pgmigrate.apply.Obstacle.Kind;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.SessionSettings;
import dev.pgmigrate.server.TestPostgres;
import dev.pgmigrate.sql.SourceRange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigratorTest {
    private static final MigratorSettings SETTINGS = MigratorSettings.defaults("test");

    @TempDir
    private Path base;

    private Folder folder;

    @BeforeEach
    void makeFolder() {
        folder = new Folder(base);
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void appliesOnceAndThenDoesNothing(TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        folder.with("001_users.sql", "CREATE TABLE users (id bigint PRIMARY KEY);")
                .with("002_orders.sql", "CREATE TABLE orders (user_id bigint REFERENCES users);");

        assertThat(names(apply(database))).containsExactly("001_users.sql", "002_orders.sql");
        assertThat(names(apply(database))).isEmpty();

        try (ServerConnection connection = ServerConnection.open(database)) {
            assertThat(connection.query(
                            "SELECT version, state, age FROM migrate.migration_status JOIN migrate.schema_migrations USING (version, state)",
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

        ApplyResult result = apply(database);

        assertThat(names(result)).containsExactly("001_a.sql", "002_b.sql");
        MigrationFailure failure = result.failure().orElseThrow();
        assertThat(failure.recorded()).isTrue();
        assertThat(failure.cause()).isInstanceOfSatisfying(StatementFailedException.class, e -> {
            assertThat(e.position()).hasToString("3:1");
            assertThat(e.sql()).isEqualTo("ALTER TABLE nix\n  ADD x int");
            assertThat(e.error().sqlState()).isEqualTo("42P01");
        });
        assertThat(tables(database)).containsExactly("a", "b");
        assertThat(states(database)).containsExactly("001 applied", "002 applied", "003 failed", "004 pending");

        folder.with("003_c.sql", "CREATE TABLE c ();");
        assertThat(names(apply(database))).containsExactly("003_c.sql", "004_e.sql");
        assertThat(states(database)).containsExactly("001 applied", "002 applied", "003 applied", "004 applied");
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

        assertThat(apply(database).failure()).isEmpty();

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

        ApplyResult result = apply(database);

        assertThat(names(result)).containsExactly("001_a.sql");
        assertThat(result.failure().orElseThrow().cause())
                .isInstanceOfSatisfying(
                        StatementFailedException.class,
                        e -> assertThat(e.position()).hasToString("1:44"));
        assertThat(tables(database)).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE TABLE a (); COMMIT; CREATE TABLE b ();", "COMMIT; BEGIN;", "BEGIN; SELECT 1;"})
    void refusesAFileThatEndsTheTransaction(String sql) {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("001_good.sql", "CREATE TABLE good ();").with("002_bad.sql", sql);

        assertThat(obstacles(database)).contains(Kind.TRANSACTION_CONTROL);
        assertThat(tables(database)).isEmpty();
    }

    @Test
    void refusesWhatPsqlAloneUnderstands() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("001_dump.sql", "\\connect other\nCREATE TABLE a ();\n");

        assertThat(obstacles(database)).containsExactly(Kind.META_COMMAND);
    }

    @Test
    void detectsAChangedFileButNotChangedLineEnds() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("001_a.sql", "CREATE TABLE a (\n);\n").with("002_b.sql", "CREATE TABLE b ();");
        apply(database);

        folder.with("001_a.sql", "\uFEFF-- migrate:ignore x reason=\"later\"\r\nCREATE TABLE a (\r\n);\r\n");
        assertThat(names(apply(database))).isEmpty();

        folder.with("001_a.sql", "CREATE TABLE a (id int);\n");
        assertThat(obstacles(database)).containsExactly(Kind.CHANGED);
    }

    @Test
    void refusesWhenAFileIsGoneOrComesTooLate() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("001_a.sql", "CREATE TABLE a ();").with("003_c.sql", "CREATE TABLE c ();");
        apply(database);

        folder.with("002_b.sql", "CREATE TABLE b ();");
        assertThat(obstacles(database)).containsExactly(Kind.OUT_OF_ORDER);
        assertThat(names(run(database, outOfOrder(), MigratorListener.NONE))).containsExactly("002_b.sql");

        folder.without("001_a.sql");
        assertThat(obstacles(database)).containsExactly(Kind.MISSING);

        folder.without("002_b.sql").without("003_c.sql").with("000_z.sql", "SELECT 1;");
        assertThat(states(database)).containsExactly("000 out-of-order", "001 future", "002 future", "003 future");
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void eightAtOnceApplyEachMigrationOnce(TestPostgres postgres) throws Exception {
        ConnectionTarget database = postgres.newDatabase();
        for (int i = 100; i < 120; i++) {
            folder.with(i + "_t.sql", "CREATE TABLE t" + i + " ();");
        }
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try {
            List<String> applied = new ArrayList<>();
            Callable<ApplyResult> applier = () -> apply(database);
            for (Future<ApplyResult> result : executor.invokeAll(Collections.nCopies(8, applier))) {
                assertThat(result.get().failure()).isEmpty();
                applied.addAll(names(result.get()));
            }
            assertThat(applied).hasSize(20).doesNotHaveDuplicates();
        } finally {
            executor.shutdown();
        }
        assertThat(tables(database)).hasSize(20);
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void aBlockedStatementIsTriedAgainWhenTheBlockerIsGone(TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        folder.with("001_a.sql", "CREATE TABLE a ();");
        apply(database);
        folder.with("002_a.sql", "ALTER TABLE a ADD x int;");
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        try (ServerConnection blocker = ServerConnection.open(database)) {
            blocker.execute("BEGIN");
            blocker.execute("SELECT * FROM a");
            int pid = blocker.backendPid();

            ApplyResult result = run(database, SETTINGS, new MigratorListener() {
                @Override
                public void blocked(Migration migration, SourceRange statement, List<Blocker> blockers) {
                    assertThat(blockers).extracting(Blocker::pid).containsExactly(pid);
                    told.add("blocked");
                }

                @Override
                public void retrying(Migration migration, int tries, int limit, Duration pause, ServerError error) {
                    told.add("retrying " + error.sqlState());
                    blocker.execute("COMMIT");
                }
            });

            assertThat(result.failure()).isEmpty();
            assertThat(result.applied().get(0).tries()).isEqualTo(2);
            assertThat(told).containsExactly("blocked", "retrying 55P03");
        }
    }

    @Test
    void givesUpWhenTheLockIsNeverToBeHad() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("001_a.sql", "CREATE TABLE a ();");
        apply(database);
        folder.with("002_a.sql", "ALTER TABLE a ADD x int;");
        try (ServerConnection blocker = ServerConnection.open(database)) {
            blocker.execute("BEGIN");
            blocker.execute("SELECT * FROM a");

            MigrationFailure failure =
                    run(database, impatient(), MigratorListener.NONE).failure().orElseThrow();

            assertThat(failure.tries()).isEqualTo(3);
            assertThat(failure.cause()).isInstanceOf(StatementFailedException.class);
        }
    }

    @Test
    void waitsForAnotherApplierAndSaysWhoItIs() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("001_a.sql", "CREATE TABLE a ();");
        try (ServerConnection other = ServerConnection.open(database)) {
            other.execute("SELECT pg_advisory_lock(" + AdvisoryLock.key(HistoryTable.DEFAULT) + ")");
            int pid = other.backendPid();

            assertThatThrownBy(() -> run(database, impatient(), MigratorListener.NONE))
                    .isInstanceOfSatisfying(
                            LockNotObtainedException.class,
                            e -> assertThat(e.holder().orElseThrow().pid()).isEqualTo(pid));
        }
    }

    @Test
    void refusesADatabaseThatIsNotEmptyAndNamesTheCommand() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("001_a.sql", "CREATE TABLE a ();");
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute("CREATE TABLE old_users ()");
        }
        assertThatThrownBy(() -> apply(database))
                .isInstanceOf(DatabaseNotEmptyException.class)
                .hasMessageContaining("table public.old_users")
                .hasMessageEndingWith("mvn migrate:baseline -Dmigrate.baselineVersion=001");
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute("CREATE TABLE flyway_schema_history ()");
        }
        assertThatThrownBy(() -> apply(database))
                .hasMessageEndingWith("mvn migrate:baseline -Dmigrate.adopt=public.flyway_schema_history");
    }

    @Test
    void requiresAndEnsuresAreChecked() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("001_a.sql", "-- migrate:ensures column public.a.id\nCREATE TABLE a (id int);")
                .with("002_b.sql", "-- migrate:requires table b\nSELECT 1;");

        ApplyResult result = apply(database);

        assertThat(names(result)).containsExactly("001_a.sql");
        assertThat(result.failure().orElseThrow().cause())
                .isInstanceOf(RequirementFailedException.class)
                .hasMessageEndingWith("002_b.sql:1:1 The table b is required and does not exist.");
    }

    @Test
    void aDeferredConstraintThatFailsAtCommitIsAFailure() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with(
                "001_a.sql",
                "CREATE TABLE a (id int UNIQUE DEFERRABLE INITIALLY DEFERRED); INSERT INTO a VALUES (1), (1);");

        MigrationFailure failure = apply(database).failure().orElseThrow();

        assertThat(failure.cause()).hasMessageContaining("23505");
        assertThat(tables(database)).isEmpty();
        assertThat(states(database)).containsExactly("001 failed");
    }

    @Test
    void theTargetIsTheLastThatIsApplied() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("001_a.sql", "SELECT 1;").with("002_b.sql", "SELECT 1;");

        assertThat(names(run(database, upTo("1"), MigratorListener.NONE))).containsExactly("001_a.sql");
        assertThatThrownBy(() -> run(database, upTo("7"), MigratorListener.NONE))
                .isInstanceOf(NotApplicableException.class)
                .hasMessageContaining("No migration has the version 7.");
    }

    @Test
    void mirrorsToTheTableOfTheSupabaseCli() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute("CREATE SCHEMA supabase_migrations");
            connection.execute(
                    "CREATE TABLE supabase_migrations.schema_migrations (version text PRIMARY KEY, statements text[], name text)");
            new SchemaHistory(connection, HistoryTable.DEFAULT).create();
        }
        folder.with("20250101000000_a.sql", "CREATE TABLE a ();\nSELECT 1;");
        apply(database);

        try (ServerConnection connection = ServerConnection.open(database)) {
            assertThat(connection.query(
                            "SELECT version || name || array_to_string(statements, '|') FROM supabase_migrations.schema_migrations",
                            row -> row.getString(1)))
                    .containsExactly("20250101000000aCREATE TABLE a ()|SELECT 1");
        }
        folder.with("20250115_001_x.sql", "SELECT 1;").with("20250115_002_y.sql", "SELECT 1;");
        assertThat(obstacles(database)).contains(Kind.SUPABASE_VERSION);
    }

    private ApplyResult run(ConnectionTarget database, MigratorSettings settings, MigratorListener listener) {
        try (ServerConnection worker = ServerConnection.open(database)) {
            return new Migrator(worker, settings, listener).apply(folder.read());
        }
    }

    private ApplyResult apply(ConnectionTarget database) {
        return run(database, SETTINGS, MigratorListener.NONE);
    }

    private List<Kind> obstacles(ConnectionTarget database) {
        return catchThrowableOfType(NotApplicableException.class, () -> apply(database)).obstacles().stream()
                .map(Obstacle::kind)
                .toList();
    }

    private List<String> states(ConnectionTarget database) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            return new Planner(connection, HistoryTable.DEFAULT)
                    .plan(folder.read()).all().stream()
                            .map(planned ->
                                    planned.version() + " " + planned.state().id())
                            .toList();
        }
    }

    private static List<String> names(ApplyResult result) {
        return result.applied().stream()
                .map(applied -> applied.migration().file().getFileName().toString())
                .toList();
    }

    private static List<String> tables(ConnectionTarget database) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            return connection.query(
                    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1", row -> row.getString(1));
        }
    }

    private static MigratorSettings outOfOrder() {
        return new MigratorSettings(
                HistoryTable.DEFAULT,
                null,
                true,
                SETTINGS.timeouts(),
                SETTINGS.lockWait(),
                RetryPolicy.DEFAULT,
                null,
                "test");
    }

    private static MigratorSettings upTo(String target) {
        return new MigratorSettings(
                HistoryTable.DEFAULT,
                target,
                false,
                SETTINGS.timeouts(),
                SETTINGS.lockWait(),
                RetryPolicy.DEFAULT,
                null,
                "test");
    }

    private static MigratorSettings impatient() {
        return new MigratorSettings(
                HistoryTable.DEFAULT,
                null,
                false,
                new SessionSettings(Duration.ofMillis(20), Duration.ZERO),
                Duration.ofMillis(100),
                new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(1)),
                null,
                "test");
    }
}
