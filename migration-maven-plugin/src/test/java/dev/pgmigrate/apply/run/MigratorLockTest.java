package dev.pgmigrate.apply.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.apply.Applier;
import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.apply.StatementFailedException;
import dev.pgmigrate.apply.history.AdvisoryLock;
import dev.pgmigrate.apply.history.ChangedMeanwhileException;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.history.LockLostException;
import dev.pgmigrate.apply.history.LockNotObtainedException;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.server.Blocker;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import dev.pgmigrate.sql.SourceRange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigratorLockTest {
    private static final String END_THE_LOCK = "SELECT pg_terminate_backend(pid, 10000) FROM pg_locks"
            + " WHERE locktype = 'advisory' AND granted AND database ="
            + " (SELECT oid FROM pg_database WHERE datname = current_database())"
            + " AND (classid::bigint << 32) | objid::bigint = "
            + AdvisoryLock.key(HistoryTable.DEFAULT);

    /** How often the lock is lost beside a second applier: {@code -Dlock.losses=20}. */
    private static final int LOSSES = Integer.getInteger("lock.losses", 1);

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
    void aBlockedStatementIsTriedAgainWhenTheBlockerIsGone(TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        folder.with("001_a.sql", "CREATE TABLE a ();");
        applier.apply(database);
        folder.with("002_a.sql", "ALTER TABLE a ADD x int;");
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        try (ServerConnection blocker = ServerConnection.open(database)) {
            blocker.execute("BEGIN");
            blocker.execute("SELECT * FROM a");
            int pid = blocker.backendPid();

            ApplyResult result = applier.run(database, Applier.SETTINGS, new MigratorListener() {
                @Override
                public void blocked(Migration migration, @Nullable SourceRange statement, List<Blocker> blockers) {
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
        applier.apply(database);
        folder.with("002_a.sql", "ALTER TABLE a ADD x int;");
        try (ServerConnection blocker = ServerConnection.open(database)) {
            blocker.execute("BEGIN");
            blocker.execute("SELECT * FROM a");

            MigrationFailure failure = applier.run(database, Applier.impatient(), MigratorListener.NONE)
                    .failure()
                    .orElseThrow();

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

            assertThatThrownBy(() -> applier.run(database, Applier.impatient(), MigratorListener.NONE))
                    .isInstanceOfSatisfying(
                            LockNotObtainedException.class,
                            e -> assertThat(e.holder().orElseThrow().pid()).isEqualTo(pid));
        }
    }

    @Test
    void nothingStaysOfAMigrationThatLostTheLock() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("001_a.sql", "CREATE TABLE a ();").with("002_b.sql", "CREATE TABLE b ();");

        assertThatThrownBy(() -> applier.run(database, Applier.SETTINGS, endingTheLockBefore(2, database)))
                .isInstanceOf(LockLostException.class);

        assertThat(Applier.tables(database)).containsExactly("a");
        assertThat(applier.states(database)).containsExactly("001 applied", "002 pending");
    }

    @Test
    void aFailureIsNotRecordedOnceTheLockIsLost() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("001_a.sql", "CREATE TABLE a ();").with("002_b.sql", "ALTER TABLE nix ADD x int;");

        assertThatThrownBy(() -> applier.run(database, Applier.SETTINGS, endingTheLockBefore(2, database)))
                .isInstanceOf(LockLostException.class)
                .hasCauseInstanceOf(StatementFailedException.class);

        // Another applier may have applied it meanwhile, and its row is not ours to change.
        assertThat(applier.states(database)).containsExactly("001 applied", "002 pending");
    }

    @Test
    void theLockOfAnotherRunIsNotTakenForOurs() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with("001_a.sql", "CREATE TABLE a ();").with("002_b.sql", "CREATE TABLE b ();");
        try (ServerConnection successor = ServerConnection.open(database)) {
            Runnable overtaken = () -> {
                endTheLock(database);
                assertThat(successor.ask(
                                "SELECT pg_try_advisory_lock(" + AdvisoryLock.key(Applier.SETTINGS.table()) + ")"))
                        .isTrue();
            };

            assertThatThrownBy(() -> applier.run(database, Applier.SETTINGS, before(2, overtaken)))
                    .isInstanceOf(LockLostException.class);
        }

        assertThat(Applier.tables(database)).containsExactly("a");
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void whoLosesTheLockInsideAStatementCommitsNothing(TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        String work = "INSERT INTO a SELECT 1 FROM (" + END_THE_LOCK + ") AS ended;";
        folder.with("001_a.sql", "CREATE TABLE a (x int);").with("002_b.sql", work);
        assertThatThrownBy(() -> applier.apply(database)).isInstanceOf(LockLostException.class);

        folder.with("002_b.sql", "-- migrate:transaction off\n" + work);
        assertThatThrownBy(() -> applier.apply(database)).isInstanceOf(LockLostException.class);

        assertThat(rows(database, "a")).isZero();
        assertThat(rows(database, "migrate.migration_statements")).isZero();
        assertThat(applier.states(database)).containsExactly("001 applied", "002 pending");
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void aRowThatSaysAppliedIsNotWrittenOver(TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        folder.with("001_a.sql", "CREATE TABLE a (x int);")
                .with(
                        "002_b.sql",
                        "INSERT INTO a VALUES (1); INSERT INTO migrate.schema_migrations (version, name, applied_rank,"
                                + " state, tool_version) VALUES ('002', 'theirs', 99, 'applied', 'other');");

        assertThatThrownBy(() -> applier.apply(database))
                .isInstanceOf(ChangedMeanwhileException.class)
                .hasMessageContaining("002");

        assertThat(rows(database, "a")).isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void whereASecondApplierGotTheLockMeanwhileTheWorkIsDoneOnce(TestPostgres postgres) throws Exception {
        for (int i = 0; i < LOSSES; i++) {
            loseTheLockBesideASecondApplier(postgres.newDatabase());
        }
        System.out.println("lost the lock beside a second applier: " + LOSSES + " times on " + postgres.version());
    }

    private void loseTheLockBesideASecondApplier(ConnectionTarget database) throws Exception {
        folder.with("001_a.sql", "CREATE TABLE a (x int);")
                .with("002_b.sql", "INSERT INTO a VALUES (1); SELECT pg_advisory_xact_lock(42);");
        CompletableFuture<ApplyResult> second = new CompletableFuture<>();
        try (ServerConnection gate = ServerConnection.open(database)) {
            gate.execute("SELECT pg_advisory_lock(42)");
            MigratorListener opening = new MigratorListener() {
                @Override
                public void blocked(Migration migration, @Nullable SourceRange statement, List<Blocker> blockers) {
                    gate.execute("SELECT pg_advisory_unlock(42)");
                }
            };
            MigratorListener overtaken = new MigratorListener() {
                @Override
                public void blocked(Migration migration, @Nullable SourceRange statement, List<Blocker> blockers) {
                    endTheLock(database);
                    second.completeAsync(() -> applier.run(database, Applier.SETTINGS, opening));
                }
            };

            assertThatThrownBy(() -> applier.run(database, Applier.SETTINGS, overtaken))
                    .isInstanceOf(LockLostException.class);
        }
        assertThat(Applier.names(second.get())).containsExactly("002_b.sql");
        assertThat(rows(database, "a")).isEqualTo(1);
    }

    private static int rows(ConnectionTarget database, String table) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            return connection
                    .queryOne("SELECT count(*) FROM " + table, row -> row.getInt(1))
                    .orElseThrow();
        }
    }

    private static MigratorListener endingTheLockBefore(int migration, ConnectionTarget database) {
        return before(migration, () -> endTheLock(database));
    }

    private static void endTheLock(ConnectionTarget database) {
        try (ServerConnection administrator = ServerConnection.open(database)) {
            assertThat(administrator.ask(END_THE_LOCK)).isTrue();
        }
    }

    private static MigratorListener before(int migration, Runnable action) {
        return new MigratorListener() {
            @Override
            public void starting(Migration starting, int number, int total) {
                if (number == migration) {
                    action.run();
                }
            }
        };
    }
}
