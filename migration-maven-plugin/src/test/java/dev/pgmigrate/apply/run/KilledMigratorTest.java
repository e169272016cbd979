package dev.pgmigrate.apply.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.apply.Applier;
import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.history.SchemaHistory;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.apply.plan.RollbackPlan;
import dev.pgmigrate.apply.plan.RollbackTarget;
import dev.pgmigrate.apply.run.ChaosTable.Accident;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who is killed while applying or rolling back leaves nothing that the next one cannot go on with. {@code -Dkill.count=50} for
 * the long run, half of it each way.
 */
class KilledMigratorTest {
    private static final int KILLS = Integer.getInteger("kill.count", 4);
    private static final long SEED = Long.getLong("kill.seed", System.nanoTime());
    private static final String BASE = "100";
    private static final int FIRST = 104;
    private static final int LAST = FIRST + 7 * 6;
    private static final int ROWS = 2_000;
    private static final long SPAN_NANOS = 400_000_000;

    private static final String APPLIED =
            "(SELECT version::int AS v FROM migrate.schema_migrations WHERE state = 'applied')";

    /** What a transactional migration has done, for each of them; {@code k} is the kind. */
    private static final String DONE = """
        SELECT v, v % 7 AS k,
            CASE v % 7 WHEN 6 THEN to_regclass('t' || v) IS NOT NULL
                WHEN 4 THEN to_regclass('p' || v) IS NOT NULL
                ELSE to_regclass('r' || v - 1) IS NOT NULL AND (xpath('/row/c/text()',
                    query_to_xml('SELECT max(x) > 10000 AS c FROM r' || v - 1, true, true, '')))[1]::text = 'true' END AS done
        FROM generate_series(%d, %d) AS v WHERE v %% 7 IN (3, 4, 6)
        """.replace("v % 7", "v %% 7");

    @TempDir
    private Path base;

    private final Random random = new Random(SEED);

    @BeforeEach
    void writeMigrations() {
        System.out.println("KilledMigratorTest: -Dkill.seed=" + SEED + " -Dkill.count=" + KILLS);
        Folder folder = new Folder(base)
                .with(
                        BASE + "_base.sql",
                        "CREATE TABLE p (k int, x int) PARTITION BY LIST (k); CREATE TYPE e AS ENUM ('a');");
        for (int i = FIRST; i < LAST; i++) {
            folder.with(i + "_m.sql", forward(i)).withRollback(i + "_m.sql", back(i));
        }
    }

    @Test
    void theNextApplierFinishesWhatAKilledOneBegan() throws Exception {
        for (int kill = 0; kill < KILLS / 2; kill++) {
            ConnectionTarget database = TestPostgres.of(18).newDatabase();
            kill(database);

            transactionsAreWholeOrNothing(database);
            finishes(database, "kill " + kill);
        }
        ChaosTable.held(Accident.KILLED_FORWARD, KILLS / 2, SEED);
    }

    @Test
    void theNextRollbackFinishesWhatAKilledOneBegan() throws Exception {
        ConnectionTarget template = TestPostgres.of(18).newDatabase();
        assertThat(new Applier(new Folder(base)).apply(template).failure()).isEmpty();
        String option = "-Dapplier.rollback=" + BASE;
        for (int kill = 0; kill < KILLS / 2; kill++) {
            ConnectionTarget database = TestPostgres.of(18).copyOf(template);
            kill(database, option);

            transactionsAreWholeOrNothing(database);
            rollBack(database, "the rollback after kill " + kill);
            try (ServerConnection connection = ServerConnection.open(database)) {
                holds(connection, "count(*) = 1 FROM " + APPLIED + " a");
                holds(connection, "count(*) = 0 FROM pg_class WHERE relname ~ '^[tripi][0-9]+'");
                nothingIsLeftBehind(connection);
            }
            finishes(database, "the way forward after kill " + kill);
        }
        ChaosTable.held(Accident.KILLED_BACK, KILLS / 2, SEED);
    }

    private void kill(ConnectionTarget database, String... options) throws Exception {
        Process applier = ApplierProcess.builder(base, database, options)
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(applier.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo(ApplierProcess.BEGINS);
            LockSupport.parkNanos((long) (random.nextDouble() * SPAN_NANOS));
            applier.destroyForcibly().waitFor();
        }
    }

    private void rollBack(ConnectionTarget database, String when) {
        try (ServerConnection worker = ServerConnection.open(database)) {
            Migrations migrations = new Folder(base).read();
            RollbackPlan plan = RollbackPlan.of(
                    new Planner(worker, HistoryTable.DEFAULT).plan(migrations), new RollbackTarget.To(BASE));
            assertThat(new Migrator(worker, Applier.SETTINGS, MigratorListener.NONE)
                            .rollBack(migrations, plan)
                            .failure())
                    .as("%s of seed %s", when, SEED)
                    .isEmpty();
        }
    }

    private void finishes(ConnectionTarget database, String when) {
        assertThat(new Applier(new Folder(base)).apply(database).failure())
                .as("%s of seed %s", when, SEED)
                .isEmpty();
        transactionsAreWholeOrNothing(database);
        try (ServerConnection connection = ServerConnection.open(database)) {
            int rounds = (LAST - FIRST) / 7;
            holds(connection, "count(*) = " + (LAST - FIRST + 1) + " FROM " + APPLIED + " a");
            holds(connection, "count(*) = " + rounds + " FROM pg_class WHERE relkind = 'i' AND relname ~ '^i[0-9]+$'");
            holds(connection, "count(*) = 0 FROM pg_inherits WHERE inhparent = 'p'::regclass");
            holds(connection, "count(*) = " + (rounds + 1) + " FROM pg_enum WHERE enumtypid = 'e'::regtype");
            for (int i = FIRST; i < LAST; i++) {
                if (i % 7 == 6 || i % 7 == 2) {
                    holds(
                            connection,
                            "count(*) = " + ROWS + " AND count(DISTINCT x) = " + ROWS + " FROM "
                                    + (i % 7 == 6 ? "t" : "r") + i);
                }
            }
            nothingIsLeftBehind(connection);
        }
    }

    private static void transactionsAreWholeOrNothing(ConnectionTarget database) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            if (new SchemaHistory(connection, HistoryTable.DEFAULT).exists()) {
                holds(
                        connection,
                        "bool_and(done = (v IN " + APPLIED + ")) FROM (" + DONE.formatted(FIRST, LAST - 1) + ") AS d");
            }
        }
    }

    private static void nothingIsLeftBehind(ServerConnection connection) {
        holds(connection, "count(*) = 0 FROM pg_index WHERE NOT indisvalid");
        holds(connection, "count(*) = 0 FROM pg_class WHERE relname ~ '_cc(new|old)'");
        holds(connection, "count(*) = 0 FROM migrate.migration_statements");
        String left = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND pid <> pg_backend_pid() AND application_name LIKE 'pgmigrate%'";
        while (connection.queryOne(left, row -> row.getInt(1)).orElseThrow() > 0) {
            Thread.onSpinWait(); // a session that was closed is on its way out; the limit is the build's
        }
    }

    private static void holds(ServerConnection connection, String condition) {
        assertThat(connection.queryOne("SELECT " + condition, row -> row.getBoolean(1)))
                .as(condition)
                .hasValue(true);
    }

    /** A table with an enum value, an index on it, its REINDEX, rows by ledger, their update, a partition, its detach. */
    private static String forward(int i) {
        return switch (i % 7) {
            case 6 ->
                "CREATE TABLE t" + i + " (x int); ALTER TYPE e ADD VALUE IF NOT EXISTS 'v" + i + "';\n" + rows("t" + i);
            case 0 -> "CREATE INDEX CONCURRENTLY i" + i + " ON t" + (i - 1) + " (x);";
            case 1 -> "REINDEX INDEX CONCURRENTLY i" + (i - 1) + ";";
            case 2 -> "-- migrate:transaction off\nCREATE TABLE r" + i + " (x int);\n" + rows("r" + i);
            case 3 -> "UPDATE r" + (i - 1) + " SET x = x + 10000;";
            case 4 -> "CREATE TABLE p" + i + " PARTITION OF p FOR VALUES IN (" + i + ");";
            default -> "ALTER TABLE p DETACH PARTITION p" + (i - 1) + " CONCURRENTLY;";
        };
    }

    private static String back(int i) {
        return switch (i % 7) {
            case 6 -> "DROP TABLE t" + i + ";";
            case 0 -> "DROP INDEX CONCURRENTLY IF EXISTS i" + i + ";";
            case 1 -> "SELECT 1;";
            case 2 -> "DROP TABLE r" + i + ";";
            case 3 -> "UPDATE r" + (i - 1) + " SET x = x - 10000;";
            case 4 -> "DROP TABLE p" + i + ";";
            default -> "ALTER TABLE p ATTACH PARTITION p" + (i - 1) + " FOR VALUES IN (" + (i - 1) + ");";
        };
    }

    private static String rows(String table) {
        StringBuilder sql = new StringBuilder();
        for (int from = 0; from < ROWS; from += ROWS / 4) {
            sql.append("INSERT INTO ")
                    .append(table)
                    .append(" SELECT generate_series(1, 500) + ")
                    .append(from)
                    .append(";\n");
        }
        return sql.toString();
    }
}
