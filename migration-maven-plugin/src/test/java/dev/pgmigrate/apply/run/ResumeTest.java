package dev.pgmigrate.apply.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.apply.Applier;
import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.apply.StatementFailedException;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.history.SchemaHistory;
import dev.pgmigrate.apply.history.StatementLedger;
import dev.pgmigrate.apply.plan.Obstacle.Kind;
import dev.pgmigrate.migration.Checksum;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.server.Blocker;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import dev.pgmigrate.sql.SourceRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files without a transaction go on where they failed, and no statement of theirs runs twice. */
class ResumeTest {
    private static final String OFF = "-- migrate:transaction off\n";

    @TempDir
    private Path base;

    private Folder folder;
    private Applier applier;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void makeFolder() {
        folder = new Folder(base).with("001_t.sql", "CREATE TABLE t (x int);");
        applier = new Applier(folder);
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void aRoleThatMayNotWriteTheLedgerKeepsNoStatementOutOfIt(TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        String role = "owner_of_" + database.url().replaceAll(".*/", "");
        folder.with(
                "001_t.sql",
                "CREATE ROLE " + role + "; CREATE TABLE t (x int, who text DEFAULT current_user);"
                        + " GRANT INSERT ON t TO " + role);
        String work = OFF + "SET ROLE " + role + ";\nINSERT INTO t VALUES (1);\nINSERT INTO t VALUES (2);\n";
        folder.with("002_rows.sql", work + "INSERT INTO nix VALUES (3);");

        assertThat(failedAt(applier.apply(database))).isEqualTo("5:13");
        assertThat(failedAt(applier.apply(database))).isEqualTo("5:13");
        folder.with("002_rows.sql", work + "INSERT INTO t VALUES (3);");
        assertThat(applier.apply(database).failure()).isEmpty();

        assertThat(ask(database, "SELECT x || ' ' || (who = '" + role + "') FROM t ORDER BY x"))
                .containsExactly("1 true", "2 true", "3 true");
        assertThat(ask(database, "SELECT DISTINCT applied_by FROM migrate.schema_migrations"))
                .containsExactly(database.user());
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void whatIsDoneIsFoundAgainByItsTextWhereverACorrectionMovesIt(TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        folder.with("002_rows.sql", OFF + """
            INSERT INTO t VALUES (1);
            INSERT INTO t VALUES (2);
            INSERT INTO t VALUES (2);
            INSERT INTO t (x, y) VALUES (3, 3);
            """);
        assertThat(failedAt(applier.apply(database))).isEqualTo("5:19");

        folder.with("002_rows.sql", OFF + """
            SET statement_timeout = '1h';
            ALTER TABLE t ADD y int;
            INSERT INTO t VALUES (2);
            INSERT INTO t VALUES (1);
            INSERT INTO t VALUES (2);
            INSERT INTO t VALUES (2);
            INSERT INTO t (x, y) VALUES (3, 3);
            """);
        assertThat(applier.run(database, Applier.SETTINGS, listener()).failure())
                .isEmpty();

        assertThat(told).containsExactly("resumed 3:1");
        assertThat(ask(database, "SELECT x::text FROM t ORDER BY x")).containsExactly("1", "2", "2", "2", "3");
        assertThat(ask(database, "SELECT statement::text FROM migrate.migration_statements"))
                .isEmpty();
    }

    @Test
    void aStatementThatWasChangedRuns() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("002_rows.sql", OFF + "INSERT INTO t VALUES (1);\nCOPY t FROM stdin;\n2\n\\.\nSELECT nix;");
        assertThat(failedAt(applier.apply(database))).isEqualTo("6:8");

        folder.with("002_rows.sql", OFF + "INSERT INTO t VALUES (10);\nCOPY t FROM stdin;\n20\n\\.\nSELECT 1;");
        assertThat(applier.apply(database).failure()).isEmpty();

        assertThat(ask(database, "SELECT x::text FROM t ORDER BY t.x")).containsExactly("1", "2", "10", "20");
    }

    @Test
    void whatAStatementSetInTheSessionIsThereAgain() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        String work = OFF + """
            CREATE SCHEMA other;
            CREATE TABLE other.t (x int);
            SELECT pg_catalog.set_config('search_path', 'other', false);
            PREPARE fill (int) AS INSERT INTO t VALUES ($1);
            EXECUTE fill (1);
            """;
        folder.with("002_rows.sql", work + "SELECT nix;");
        assertThat(failedAt(applier.apply(database))).isEqualTo("7:8");

        folder.with("002_rows.sql", work + "EXECUTE fill (2);\nINSERT INTO t VALUES (3);");
        assertThat(applier.apply(database).failure()).isEmpty();

        assertThat(ask(database, "SELECT x::text FROM other.t ORDER BY x")).containsExactly("1", "2", "3");
        assertThat(ask(database, "SELECT x::text FROM public.t")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TEMP TABLE batch (x int);",
                "SELECT x INTO TEMPORARY batch FROM t;",
                "CREATE TABLE pg_temp.batch AS SELECT x FROM t;",
                "CREATE TEMPORARY VIEW v AS SELECT 1;",
                "DECLARE c CURSOR WITH HOLD FOR SELECT 1;",
                "INSERT INTO t VALUES (currval('s'));",
                "INSERT INTO t SELECT 1 WHERE set_config('a.b', 'c', false) = 'c';",
                "DO $$ BEGIN PERFORM set_config('a.b', 'c', false); END $$;",
                "DO $$ BEGIN CREATE TEMP TABLE batch (x int); END $$;",
            })
    void whatCannotBeThereAgainIsRefusedBeforeAnythingRuns(String statement) {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("002_rows.sql", OFF + "INSERT INTO t VALUES (1);\n" + statement);

        assertThat(applier.obstacles(database)).containsExactly(Kind.SESSION_STATE);
        assertThat(Applier.tables(database)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void aProcedureThatCommitsRunsByItself(TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        folder.with("001_t.sql", """
            CREATE TABLE t (x int);
            CREATE PROCEDURE fill() LANGUAGE plpgsql AS $$
            BEGIN INSERT INTO t VALUES (1); COMMIT; INSERT INTO t VALUES (2); END $$;
            """)
                .with("002_rows.sql", OFF + "CALL fill();\nDO $$ BEGIN INSERT INTO t VALUES (3); END $$;");

        assertThat(applier.apply(database).failure()).isEmpty();

        assertThat(ask(database, "SELECT x::text FROM t ORDER BY x")).containsExactly("1", "2", "3");
    }

    @Test
    void aConstraintThatIsPutOffFailsAtItsOwnStatementAndTheStatementIsNotDone() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("001_t.sql", "CREATE TABLE t (x int UNIQUE DEFERRABLE INITIALLY DEFERRED);")
                .with("002_rows.sql", OFF + "INSERT INTO t VALUES (1);\nINSERT INTO t VALUES (2), (2);");

        assertThat(failedAt(applier.apply(database))).isEqualTo("3:1");

        assertThat(ask(database, "SELECT x::text FROM t")).containsExactly("1");
        assertThat(ask(database, "SELECT checksum FROM migrate.migration_statements"))
                .hasSize(1);
    }

    /** A client was killed, and its server finished what it was at. */
    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void whatFinishedByItselfIsDone(TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        folder.with("001_t.sql", """
            CREATE TABLE t (x int); CREATE INDEX t_old ON t (x);
            CREATE TABLE p (x int) PARTITION BY RANGE (x);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (2);
            """);
        assertThat(applier.apply(database).failure()).isEmpty();
        List<String> works = List.of(
                "CREATE INDEX CONCURRENTLY t_x ON t (x DESC)",
                "CREATE INDEX CONCURRENTLY ON t (x, (x + 1))",
                "DROP INDEX CONCURRENTLY t_old",
                "ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY");
        for (int i = 0; i < works.size(); i++) {
            String version = "10" + i;
            folder.with(version + "_work.sql", works.get(i) + ";");
            startedAndFinishedUnheard(database, version, works.get(i));

            assertThat(applier.apply(database).failure()).as(works.get(i)).isEmpty();
        }

        assertThat(ask(database, "SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = 't'::regclass"))
                .containsExactlyInAnyOrder("t_x", "t_x_expr_idx");
    }

    /** A client was killed, and its server is still at it. */
    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void whatIsStillRunningIsWaitedForAndNotDoneAgain(TestPostgres postgres) throws Exception {
        ConnectionTarget database = postgres.newDatabase();
        folder.with("001_t.sql", """
            CREATE TABLE t (x int); CREATE INDEX t_old ON t (x);
            CREATE TABLE p (x int) PARTITION BY RANGE (x);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (2);
            """);
        assertThat(applier.apply(database).failure()).isEmpty();
        List<String> works = List.of(
                "CREATE INDEX CONCURRENTLY t_x ON t (x)",
                "DROP INDEX CONCURRENTLY t_old",
                "ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY");
        for (int i = 0; i < works.size(); i++) {
            String work = works.get(i);
            folder.with("10" + i + "_work.sql", work + ";");
            started(database, "10" + i, work);
            try (ServerConnection old = ServerConnection.open(database);
                    ServerConnection orphan = ServerConnection.open(database)) {
                old.execute("BEGIN ISOLATION LEVEL REPEATABLE READ");
                old.execute("SELECT * FROM t, p");
                CompletableFuture<Void> finished = CompletableFuture.runAsync(() -> orphan.execute(work));
                awaitWaiting(database);
                AtomicBoolean released = new AtomicBoolean();

                ApplyResult result = applier.run(database, Applier.SETTINGS, new MigratorListener() {
                    @Override
                    public void blocked(Migration migration, @Nullable SourceRange statement, List<Blocker> blockers) {
                        if (released.compareAndSet(false, true)) {
                            old.execute("COMMIT");
                        }
                    }
                });

                assertThat(result.failure()).as(work).isEmpty();
                finished.exceptionally(e -> null).get();
            }
        }
        assertThat(ask(database, "SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = 't'::regclass"))
                .containsExactly("t_x");
        assertThat(ask(database, "SELECT inhrelid::text FROM pg_inherits")).isEmpty();
    }

    private static void awaitWaiting(ConnectionTarget database) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            while (!connection.ask(
                    "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND pid IN (SELECT pid FROM pg_stat_activity"
                            + " WHERE datname = current_database()))")) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void anIndexThatWasThereBeforeIsNotTakenForTheOneToMake() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("001_t.sql", "CREATE TABLE t (x int, y int); CREATE INDEX t_i ON t (y);")
                .with("002_i.sql", "CREATE INDEX CONCURRENTLY t_i ON t (x);");
        assertThat(Applier.names(applier.run(database, Applier.upTo("1"), MigratorListener.NONE)))
                .hasSize(1);
        started(database, "002", "CREATE INDEX CONCURRENTLY t_i ON t (x)");

        assertThat(applier.apply(database).failure().orElseThrow().cause())
                .isInstanceOfSatisfying(
                        StatementFailedException.class,
                        e -> assertThat(e.error().sqlState()).isEqualTo("42P07"));
        assertThat(ask(database, "SELECT checksum FROM migrate.migration_statements"))
                .isEmpty();
    }

    @Test
    void aCallWhoseEndNobodyKnowsIsNotMadeAgainUnasked() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("001_t.sql", """
            CREATE TABLE t (x int);
            CREATE PROCEDURE fill() LANGUAGE plpgsql AS $$ BEGIN INSERT INTO t VALUES (1); COMMIT; END $$;
            """).with("002_rows.sql", OFF + "CALL fill();");
        assertThat(Applier.names(applier.run(database, Applier.upTo("1"), MigratorListener.NONE)))
                .hasSize(1);
        startedAndFinishedUnheard(database, "002", "CALL fill()");

        RuntimeException cause = applier.apply(database).failure().orElseThrow().cause();

        assertThat(ask(database, "SELECT x::text FROM t")).containsExactly("1");
        assertThat(cause).isInstanceOf(OutcomeUnknownException.class);
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute("DELETE FROM t");
            connection.execute(((OutcomeUnknownException) cause).remedy());
        }
        assertThat(applier.apply(database).failure()).isEmpty();
        assertThat(ask(database, "SELECT x::text FROM t")).containsExactly("1");
    }

    private void startedAndFinishedUnheard(ConnectionTarget database, String version, String statement) {
        started(database, version, statement);
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute(statement);
        }
    }

    private static void started(ConnectionTarget database, String version, String statement) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            new SchemaHistory(connection, HistoryTable.DEFAULT).create();
            connection.execute(new StatementLedger(HistoryTable.DEFAULT, "true")
                    .started(version, Checksum.of(statement).hex()));
        }
    }

    private static String failedAt(ApplyResult result) {
        return ((StatementFailedException) result.failure().orElseThrow().cause())
                .position()
                .toString();
    }

    private MigratorListener listener() {
        return new MigratorListener() {
            @Override
            public void resumed(Migration migration, SourceRange statement) {
                told.add("resumed " + migration.source().position(statement.start()));
            }
        };
    }

    private static List<String> ask(ConnectionTarget database, String query) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            return connection.query(query, row -> row.getString(1));
        }
    }
}
