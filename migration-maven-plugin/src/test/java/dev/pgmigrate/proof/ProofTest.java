package dev.pgmigrate.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.LockMode;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.proof.observe.ObjectChange;
import dev.pgmigrate.proof.observe.RowChange;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a second run and a rollback do, judged on real servers. */
class ProofTest {
    private TestRows rows = TestRows.NONE;

    @TempDir
    private Path project;

    private final Map<MigrationVersion, List<SqlFile>> seeds = new HashMap<>();
    private TestPostgres postgres = TestPostgres.of(18);
    private ConnectionTarget database = postgres.newDatabase();

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void aGuardedFileIsTheSameAgain(TestPostgres on) throws IOException {
        postgres = on;
        database = on.newDatabase();

        assertThat(again("CREATE TABLE IF NOT EXISTS t (id int PRIMARY KEY);"
                        + " ALTER TABLE t ADD COLUMN IF NOT EXISTS a text;"
                        + " DROP POLICY IF EXISTS p ON t; CREATE POLICY p ON t USING (true);"
                        + " INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING;"
                        + " CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';"))
                .isEqualTo(new SecondRun.Same());
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void whatASecondRunChangesIsNamed(TestPostgres on) throws IOException {
        postgres = on;
        database = on.newDatabase();

        SecondRun.Differs rows = (SecondRun.Differs) again(
                "CREATE TABLE IF NOT EXISTS t (id int);" + " INSERT INTO t VALUES (1); UPDATE t SET id = id + 1;");
        assertThat(rows.changes()).isEmpty();
        assertThat(rows.rows())
                .containsExactly(new RowChange(QualifiedName.of("public", "t"), 1, 2, List.of(), List.of("(3)")));

        SecondRun.Differs objects = (SecondRun.Differs)
                again("CREATE TABLE IF NOT EXISTS u (id int);" + " ALTER TABLE u ADD CHECK (id > 0);");
        assertThat(objects.rows()).isEmpty();
        assertThat(objects.changes())
                .singleElement()
                .extracting(ObjectChange::object)
                .isEqualTo("constraint public.u.u_id_check1");
    }

    /** The time is another at the second run, which a replay in one transaction would not show. */
    @Test
    void aSecondRunHasItsOwnTime() throws IOException {
        SecondRun run = again("CREATE TABLE IF NOT EXISTS s (k text PRIMARY KEY, at timestamptz);"
                + " INSERT INTO s VALUES ('a', now()) ON CONFLICT (k) DO UPDATE SET at = excluded.at;");

        assertThat(((SecondRun.Differs) run).rows()).singleElement().satisfies(change -> {
            assertThat(change.gone()).hasSize(1);
            assertThat(change.come()).hasSize(1);
        });
    }

    /** Neither the settings of a file nor what it makes under the names of built-in things shows in the verdict. */
    @Test
    void whatAFileSetsDoesNotChangeTheVerdict() throws IOException {
        SecondRun run = again("CREATE TABLE IF NOT EXISTS t (id int PRIMARY KEY, at timestamptz, b bytea);"
                + " INSERT INTO t VALUES (1, '2024-01-01 12:00+00', '\\x00') ON CONFLICT DO NOTHING;"
                + " SET timezone = 'Asia/Kolkata'; SET datestyle = 'German'; SET bytea_output = 'escape';"
                + " CREATE SCHEMA IF NOT EXISTS mine; CREATE OR REPLACE FUNCTION mine.no(text, text) RETURNS boolean"
                + " LANGUAGE sql AS 'SELECT false'; DROP OPERATOR IF EXISTS mine.= (text, text);"
                + " CREATE OPERATOR mine.= (LEFTARG = text, RIGHTARG = text, FUNCTION = mine.no);"
                + " SET search_path = mine, pg_catalog, public; UPDATE public.t SET id = 1;");

        assertThat(run).isEqualTo(new SecondRun.Same());
    }

    @Test
    void aRefusedSecondRunSaysWhatAndWhere() throws IOException {
        ReplayFailure failure = refused(again("CREATE TABLE IF NOT EXISTS t (id int);\nCREATE INDEX i ON t (id);"));

        assertThat(failure.error().orElseThrow().sqlState()).isEqualTo(SqlState.DUPLICATE_TABLE);
        assertThat(failure.statementText()).isEqualTo("CREATE INDEX i ON t (id)");
    }

    /** Rows of a column that is dropped and added again are gone, though the catalog looks the same. */
    @Test
    void rowsThatTheSecondRunLosesAreSeen() throws IOException {
        seed("1", "INSERT INTO t VALUES (1, 'x');");

        SecondRun run = again("CREATE TABLE IF NOT EXISTS t (id int);"
                + " ALTER TABLE t DROP COLUMN IF EXISTS a; ALTER TABLE t ADD COLUMN a text;");

        assertThat(((SecondRun.Differs) run).rows())
                .containsExactly(
                        new RowChange(QualifiedName.of("public", "t"), 1, 1, List.of("(1,x)"), List.of("(1,)")));
    }

    @Test
    void whatRunsInNoTransactionIsTriedOnACopy() throws IOException {
        file("001_t.sql", "CREATE TABLE t (id int);");
        file("002_i.sql", "CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (id);");
        file("003_j.sql", "CREATE INDEX CONCURRENTLY j ON t (id);");
        rollback("003_j.sql", "DROP INDEX CONCURRENTLY j;");
        file("004_u.sql", "CREATE TABLE u (id int);");

        Proofs proofs = prove(Runner.MIGRATE);

        assertThat(proofs.of("2").secondRun()).isEqualTo(new SecondRun.Same());
        assertThat(refused(proofs.of("3").secondRun()).error().orElseThrow().sqlState())
                .isEqualTo(SqlState.DUPLICATE_TABLE);
        assertThat(proofs.of("3").rollback()).isEqualTo(new RollbackProof.Exact(List.of()));
        assertThat(proofs.of("4").secondRun()).isInstanceOf(SecondRun.Refused.class);
    }

    @Test
    void anotherRunnersTransactionsAreTriedOnACopy() throws IOException {
        file("001_t.sql", "BEGIN; CREATE TABLE t (id int); COMMIT; BEGIN; CREATE TABLE u (id int); COMMIT;");

        assertThat(refused(prove(Runner.PSQL).of("1").secondRun()).statementText())
                .isEqualTo("CREATE TABLE t (id int)");
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void aRollbackIsExactOrSaysWhatItLeaves(TestPostgres on) throws IOException {
        postgres = on;
        database = on.newDatabase();
        file("001_t.sql", "CREATE TABLE t (id int PRIMARY KEY);");
        rollback("001_t.sql", "DROP TABLE t;");
        seed("1", "INSERT INTO t VALUES (1), (2);");
        file("002_a.sql", "ALTER TABLE t ADD COLUMN a text; CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1;");
        rollback("002_a.sql", "ALTER TABLE t DROP COLUMN a;");
        file("003_b.sql", "CREATE TABLE b (id int);");
        rollback("003_b.sql", "DROP TABLE b; DELETE FROM t WHERE id = 1;");
        file("004_c.sql", "CREATE TABLE c (id int);");
        rollback("004_c.sql", "DROP TABLE d;");
        file("005_d.sql", "-- migrate:irreversible reason=\"who knows\"\nCREATE TABLE d (id int);");
        file("006_e.sql", "CREATE TABLE e (id int);");

        Proofs proofs = prove(Runner.MIGRATE);

        assertThat(proofs.of("1").rollback())
                .isEqualTo(new RollbackProof.Exact(List.of(
                        new RowChange(QualifiedName.of("public", "t"), 2, 0, List.of("(1)", "(2)"), List.of()))));
        RollbackProof.Differs left = (RollbackProof.Differs) proofs.of("2").rollback();
        assertThat(left.changes()).extracting(ObjectChange::object).containsExactly("function public.f()");
        assertThat(left.failureOrNull()).as("the function is there already").isNotNull();
        RollbackProof.Differs deletes = (RollbackProof.Differs) proofs.of("3").rollback();
        assertThat(deletes.changes()).isEmpty();
        assertThat(deletes.rows()).extracting(RowChange::gone).containsExactly(List.of("(1,)"));
        RollbackProof.Refused refused = (RollbackProof.Refused) proofs.of("4").rollback();
        assertThat(refused.failure().error().orElseThrow().sqlState()).isEqualTo(SqlState.UNDEFINED_TABLE);
        assertThat(proofs.of("5").rollback()).isEqualTo(new RollbackProof.Irreversible("who knows"));
        assertThat(proofs.of("6").rollback()).isEqualTo(new RollbackProof.None());
    }

    @Test
    void aMigrationThatDoesNotApplyAfterItsRollbackIsNamed() throws IOException {
        file("001_t.sql", "CREATE TABLE t (id int PRIMARY KEY);");
        file("002_a.sql", "INSERT INTO t VALUES (1);");
        rollback("002_a.sql", "UPDATE t SET id = id;");

        RollbackProof.Refused refused =
                (RollbackProof.Refused) prove(Runner.MIGRATE).of("2").rollback();

        assertThat(refused.failure().statementText()).isEqualTo("INSERT INTO t VALUES (1)");
    }

    /** A new value cannot be used in the transaction that adds it, but in the next one it can. */
    @Test
    void aRollbackAndItsMigrationNeedNotShareATransaction() throws IOException {
        file("001_t.sql", "CREATE TYPE mood AS ENUM ('a'); CREATE TABLE t (m mood);");
        file("002_b.sql", "CREATE TABLE keeps AS SELECT 1 AS one; SET CONSTRAINTS ALL IMMEDIATE;");
        rollback("002_b.sql", "ALTER TYPE mood ADD VALUE 'b'; DROP TABLE keeps;");

        assertThat(prove(Runner.MIGRATE).of("2").rollback().word()).isEqualTo("differs");
    }

    /** What is tried must not show in the numbers of what comes after it. */
    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void sequencesGoOnAsIfNothingHadBeenTried(TestPostgres on) throws IOException {
        postgres = on;
        database = on.newDatabase();
        file("001_t.sql", "CREATE TABLE t (id serial PRIMARY KEY, a text UNIQUE); CREATE TABLE u (id serial, a text);");
        file(
                "002_a.sql",
                "INSERT INTO t (a) VALUES ('x'), ('y') ON CONFLICT DO NOTHING; INSERT INTO u (a) VALUES ('p');");
        file("003_b.sql", "INSERT INTO t (a) VALUES ('z'); INSERT INTO t (a) VALUES ('x');");
        file("004_c.sql", "INSERT INTO u VALUES (DEFAULT, 'q'); CREATE TABLE last AS SELECT max(id) AS id FROM u;");

        assertThat(failure()).contains("duplicate key");
        file("003_b.sql", "INSERT INTO t (a) VALUES ('z');");
        database = on.newDatabase();
        prove(Runner.MIGRATE);

        try (ServerConnection connection = ServerConnection.open(database)) {
            assertThat(connection.query("SELECT id FROM t UNION ALL SELECT 10 + id FROM last", row -> row.getInt(1)))
                    .containsExactly(1, 2, 3, 12);
        }
    }

    @Test
    void rolesArePartOfTheState() throws IOException {
        file("001_r.sql", "CREATE ROLE proof_test_role; CREATE TABLE t (id int);");
        rollback("001_r.sql", "DROP TABLE t;");
        try {
            RollbackProof.Differs left =
                    (RollbackProof.Differs) prove(Runner.MIGRATE).of("1").rollback();
            assertThat(left.changes()).extracting(ObjectChange::object).containsExactly("role proof_test_role");
            assertThat(left.failureOrNull()).isNotNull();

            rollback("001_r.sql", "DROP TABLE t; DROP ROLE proof_test_role;");
            file(
                    "001_r.sql",
                    "DO $$ BEGIN CREATE ROLE proof_test_role; EXCEPTION WHEN duplicate_object THEN END $$;"
                            + " CREATE TABLE IF NOT EXISTS t (id int); ALTER ROLE proof_test_role NOLOGIN;");
            database = postgres.newDatabase();
            assertThat(prove(Runner.MIGRATE).of("1").secondRun()).isEqualTo(new SecondRun.Same());
        } finally {
            try (ServerConnection connection = postgres.connect()) {
                connection.execute("DROP ROLE IF EXISTS proof_test_role");
            }
        }
    }

    @Test
    void locksAreObservedBesideWhatIsPredicted() throws IOException {
        file("001_t.sql", "CREATE TABLE t (id int, a int); CREATE TABLE u (id int PRIMARY KEY);");
        file(
                "002_x.sql",
                "CREATE TABLE fresh (id int); ALTER TABLE t ADD COLUMN b text; CREATE INDEX i ON u (id);"
                        + " ALTER TABLE t ALTER COLUMN a TYPE bigint;");

        List<LockLine> locks = prove(Runner.MIGRATE).of("2").locks();

        assertThat(locks)
                .extracting(
                        lock -> lock.table().name(),
                        LockLine::modeOrNull,
                        LockLine::predictedOrNull,
                        LockLine::rewrites,
                        LockLine::scans)
                .containsExactly(
                        tuple("t", LockMode.ACCESS_EXCLUSIVE, LockMode.ACCESS_EXCLUSIVE, false, false),
                        tuple("u", LockMode.SHARE, LockMode.SHARE, false, true),
                        tuple("t", LockMode.ACCESS_EXCLUSIVE, LockMode.ACCESS_EXCLUSIVE, true, true));
        assertThat(locks).noneMatch(LockLine::isSurprising);
        assertThat(locks.get(0).held()).isGreaterThan(locks.get(2).held());
    }

    @Test
    void aFileThatNeverEndsIsCancelledAndNamed() throws IOException {
        file("001_t.sql", "SET statement_timeout = 0;\nSELECT pg_sleep(600);");

        ReplayFailure failure = new Prover(database)
                .prove(plan(Runner.MIGRATE, Duration.ofMillis(300)), copies())
                .failure()
                .orElseThrow();

        assertThat(failure.statementText()).isEqualTo("SELECT pg_sleep(600)");
        assertThat(failure.reason()).contains("within 0.3 s").contains("migrate.testTimeout");
    }

    @Test
    void aSeedThatFailsSaysWhere() throws IOException {
        file("001_t.sql", "CREATE TABLE t (id int);");
        seed("1", "INSERT INTO t VALUES (1);\nINSERT INTO t VALUES ('x');");

        ReplayFailure failure = new Prover(database)
                .prove(plan(Runner.MIGRATE, Duration.ZERO), copies())
                .failure()
                .orElseThrow();

        assertThat(failure.file().path()).isEqualTo("seed 1");
        assertThat(failure.error().orElseThrow().sqlState()).isEqualTo(SqlState.INVALID_TEXT_REPRESENTATION);
    }

    private static ReplayFailure refused(SecondRun run) {
        return ((SecondRun.Refused) run).failure();
    }

    private SecondRun again(String sql) throws IOException {
        database = postgres.newDatabase();
        file("001_again.sql", sql);
        return prove(Runner.MIGRATE).of("1").secondRun();
    }

    private String failure() {
        return new Prover(database)
                .prove(plan(Runner.MIGRATE, Duration.ZERO), copies())
                .failure()
                .map(ReplayFailure::reason)
                .orElse("");
    }

    private Proofs prove(Runner runner) {
        Proof proof = new Prover(database).prove(plan(runner, Duration.ZERO), copies());
        assertThat(proof.failure().map(ReplayFailure::reason)).isEmpty();
        return new Proofs(proof.passed().stream()
                .collect(Collectors.toMap(
                        passed -> passed.migration().version().toString().replaceFirst("^0+", ""),
                        passed -> passed.proved().orElseThrow())));
    }

    private record Proofs(Map<String, MigrationProof> byVersion) {
        MigrationProof of(String version) {
            return Objects.requireNonNull(byVersion.get(version), version);
        }
    }

    private ProofPlan plan(Runner runner, Duration limit) {
        List<Migration> migrations =
                Migrations.read(MigrationFolders.find(project, List.of(), null)).all();
        Set<String> all = migrations.stream().map(Migration::path).collect(Collectors.toSet());
        return new ProofPlan(
                List.of(), migrations, all, seeds, List.of(), runner, List.of(), limit, TestRole.SUPERUSER, rows);
    }

    private DatabaseCopies copies() {
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        return new ServerCopies(postgres.server(), name, database);
    }

    private void seed(String version, String sql) {
        seeds.put(MigrationVersion.of(version), List.of(SqlFile.of(Path.of("seed.sql"), "seed " + version, sql)));
    }

    private void file(String name, String sql) throws IOException {
        Files.writeString(Files.createDirectories(project.resolve("migrations")).resolve(name), sql);
    }

    private void rollback(String name, String sql) throws IOException {
        Files.writeString(Files.createDirectories(project.resolve("rollback")).resolve(name), sql);
    }
}
