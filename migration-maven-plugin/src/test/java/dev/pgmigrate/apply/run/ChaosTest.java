package dev.pgmigrate.apply.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.apply.Applier;
import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.history.SchemaHistory;
import dev.pgmigrate.apply.plan.MigrationState;
import dev.pgmigrate.apply.plan.NotApplicableException;
import dev.pgmigrate.apply.plan.Plan;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.apply.plan.RollbackPlan;
import dev.pgmigrate.apply.plan.RollbackTarget;
import dev.pgmigrate.apply.run.ChaosTable.Accident;
import dev.pgmigrate.failure.ExplainedException;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.server.TestPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several runs at once, and sessions that end in the middle, round by round; {@code -Pchaos} for the long run. */
class ChaosTest {
    private static final int ROUNDS = Integer.getInteger("chaos.rounds", 2);
    private static final long SEED = Long.getLong("chaos.seed", System.nanoTime());
    private static final int FIRST = 100;
    private static final int LAST = 112;
    private static final List<TestPostgres> SERVERS = TestPostgres.all().toList();

    @TempDir
    private Path base;

    @Test
    void eightAtOnceApplyEachMigrationOnce() throws Exception {
        Folder folder = folder(base, "t");
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                ConnectionTarget database = database(round);
                List<String> applied = new ArrayList<>();
                Callable<ApplyResult> one = () -> new Applier(folder).apply(database);
                for (Future<ApplyResult> result : executor.invokeAll(Collections.nCopies(8, one))) {
                    assertThat(result.get().failure()).isEmpty();
                    applied.addAll(Applier.names(result.get()));
                }
                assertThat(applied).hasSize(LAST - FIRST).doesNotHaveDuplicates();
                historyEqualsCatalog(database, LAST - FIRST);
            }
        } finally {
            executor.shutdown();
        }
        ChaosTable.held(Accident.EIGHT_APPLIERS, ROUNDS);
    }

    @Test
    void twoHistoriesInOneSchemaStayApart() throws Exception {
        Folder one = folder(base.resolve("one"), "t");
        Folder other = folder(base.resolve("other"), "o");
        HistoryTable second = new HistoryTable(HistoryTable.DEFAULT.schema(), "others");
        for (int round = 0; round < ROUNDS; round++) {
            ConnectionTarget database = database(round);
            try (ServerConnection connection = ServerConnection.open(database)) {
                new SchemaHistory(connection, HistoryTable.DEFAULT).create();
                new SchemaHistory(connection, second).create();
            }
            MigratorSettings usual = Applier.SETTINGS;
            MigratorSettings settings = new MigratorSettings(
                    second, null, false, usual.timeouts(), usual.lockWait(), usual.retry(), null, "test");
            CompletableFuture<ApplyResult> beside = CompletableFuture.supplyAsync(
                    () -> new Applier(other).run(database, settings, MigratorListener.NONE));

            assertThat(new Applier(one).apply(database).applied()).hasSize(LAST - FIRST);
            assertThat(beside.get().applied()).hasSize(LAST - FIRST);
            historyEqualsCatalog(database, LAST - FIRST);
        }
        ChaosTable.held(Accident.TWO_HISTORIES, ROUNDS);
    }

    @Test
    void applyAndRollbackTakeTurns() throws Exception {
        Folder folder = folder(base, "t");
        for (int round = 0; round < ROUNDS; round++) {
            ConnectionTarget database = database(round);
            int half = FIRST + (LAST - FIRST) / 2;
            new Applier(folder).run(database, Applier.upTo(String.valueOf(half)), MigratorListener.NONE);
            CompletableFuture<Void> back = CompletableFuture.runAsync(() -> rollBackThree(folder, database));
            try {
                assertThat(new Applier(folder).apply(database).failure()).isEmpty();
            } catch (NotApplicableException e) {
                // Between its look and the lock, the rollback has taken versions out, and the later ones are there.
                assertThat(e.obstacles()).isNotEmpty();
            }
            back.get();

            historyEqualsCatalog(database, -1);
            new Applier(folder).run(database, Applier.outOfOrder(), MigratorListener.NONE);
            historyEqualsCatalog(database, LAST - FIRST);
        }
        ChaosTable.held(Accident.BESIDE_ROLLBACK, ROUNDS);
    }

    private static void rollBackThree(Folder folder, ConnectionTarget database) {
        try (ServerConnection worker = ServerConnection.open(database)) {
            Migrations migrations = folder.read();
            Plan plan = new Planner(worker, HistoryTable.DEFAULT).plan(migrations);
            RollbackPlan back = RollbackPlan.of(plan, new RollbackTarget.Newest(3));
            assertThat(new Migrator(worker, Applier.SETTINGS, MigratorListener.NONE)
                            .rollBack(migrations, back)
                            .failure())
                    .isEmpty();
        } catch (NotApplicableException e) {
            assertThat(e).hasMessageContaining("Another session has applied");
        }
    }

    @Test
    void whoLooksOnSeesNothingGoBack() throws Exception {
        Folder folder = folder(base, "t");
        for (int round = 0; round < ROUNDS; round++) {
            ConnectionTarget database = database(round);
            CompletableFuture<ApplyResult> applying =
                    CompletableFuture.supplyAsync(() -> new Applier(folder).apply(database));
            Migrations migrations = folder.read();
            int seen = 0;
            try (ServerConnection connection = ServerConnection.open(database)) {
                while (seen < LAST - FIRST) {
                    boolean done = applying.isDone();
                    int now = new Planner(connection, HistoryTable.DEFAULT)
                            .plan(migrations)
                            .in(MigrationState.APPLIED)
                            .size();
                    assertThat(now).isGreaterThanOrEqualTo(done ? LAST - FIRST : seen);
                    seen = now;
                }
            }
            assertThat(applying.get().failure()).isEmpty();
        }
        ChaosTable.held(Accident.BESIDE_STATUS, ROUNDS);
    }

    @Test
    void sessionsThatAreTerminatedLeaveNothingHalfDone() {
        Random random = new Random(SEED);
        Folder folder = folder(base, "t");
        for (int round = 0; round < ROUNDS; round++) {
            ConnectionTarget database = database(round);
            String lock = random.nextBoolean() ? "" : "NOT ";
            long pause = (long) (random.nextDouble() * 100_000_000);
            CompletableFuture<Void> ending = CompletableFuture.runAsync(() -> {
                try (ServerConnection administrator = ServerConnection.open(database)) {
                    LockSupport.parkNanos(pause);
                    administrator.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity a WHERE datname ="
                            + " current_database() AND pid <> pg_backend_pid() AND " + lock + "EXISTS (SELECT FROM"
                            + " pg_locks l WHERE l.pid = a.pid AND locktype = 'advisory')");
                }
            });
            try {
                new Applier(folder).apply(database);
            } catch (ServerException | ExplainedException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
            ending.join();
            if (hasHistory(database)) {
                historyEqualsCatalog(database, -1);
            }
            assertThat(new Applier(folder).apply(database).failure())
                    .as("round %s of seed %s", round, SEED)
                    .isEmpty();
            historyEqualsCatalog(database, LAST - FIRST);
        }
        ChaosTable.held(Accident.TERMINATED, ROUNDS, SEED);
    }

    private static boolean hasHistory(ConnectionTarget database) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            return new SchemaHistory(connection, HistoryTable.DEFAULT).exists();
        }
    }

    /** @param count how many migrations have to be applied, or -1 for any number */
    private static void historyEqualsCatalog(ConnectionTarget database, int count) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            List<String> versions = connection.query(
                    "SELECT 't' || version FROM migrate.schema_migrations WHERE state = 'applied' ORDER BY 1",
                    row -> row.getString(1));
            assertThat(versions)
                    .isEqualTo(connection.query(
                            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE 't%' ORDER"
                                    + " BY 1",
                            row -> row.getString(1)));
            if (count >= 0) {
                assertThat(versions).hasSize(count);
            }
        }
    }

    private static ConnectionTarget database(int round) {
        return SERVERS.get(round % SERVERS.size()).newDatabase();
    }

    private static Folder folder(Path base, String letter) {
        Folder folder = new Folder(base);
        for (int i = FIRST; i < LAST; i++) {
            folder.with(i + "_t.sql", "CREATE TABLE " + letter + i + " ();")
                    .withRollback(i + "_t.sql", "DROP TABLE " + letter + i + ";");
        }
        return folder;
    }
}
