package dev.pgmigrate.apply.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.apply.Applier;
import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.apply.StatementFailedException;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.history.SchemaHistory;
import dev.pgmigrate.apply.history.StatementLedger;
import dev.pgmigrate.migration.Checksum;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.server.Blocker;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import dev.pgmigrate.sql.SourceRange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What applying waits for besides the statements of files: named, and not for ever. */
@Timeout(60)
class BoundedWaitsTest {
    @TempDir
    private Path base;

    private Folder folder;
    private Applier applier;
    private final Set<String> told = Collections.synchronizedSet(new HashSet<>());

    @BeforeEach
    void makeFolder() {
        folder = new Folder(base).with("001_t.sql", """
            CREATE TABLE t (x int);
            CREATE TABLE p (x int) PARTITION BY RANGE (x);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (2);
            """);
        applier = new Applier(folder);
    }

    /** A file may want to wait without end for its own locks, but not while it holds them. */
    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void theRowOfAMigration(TestPostgres postgres) {
        ConnectionTarget database = started(postgres);
        folder.with("002_u.sql", "SET lock_timeout = 0; CREATE TABLE u (x int);");
        try (ServerConnection locker = ServerConnection.open(database)) {
            int pid = locker.backendPid();

            ApplyResult result = applier.run(database, Applier.SETTINGS, new Watching(pid) {
                @Override
                public void starting(Migration migration, int number, int total) {
                    locker.execute("BEGIN");
                    locker.execute("LOCK TABLE migrate.migration_events");
                }

                @Override
                public void retrying(Migration migration, int tries, int limit, Duration pause, ServerError error) {
                    told.add("retrying " + error.sqlState());
                    locker.execute("COMMIT");
                }
            });

            assertThat(result.failure()).isEmpty();
        }
        assertThat(told).containsExactlyInAnyOrder("the row waits", "retrying 55P03");
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void whatAnEarlierTryStillBuilds(TestPostgres postgres) {
        ConnectionTarget database = started(postgres);
        folder.with("002_i.sql", "CREATE INDEX CONCURRENTLY t_x ON t (x);");
        unanswered(database, "002", "CREATE INDEX CONCURRENTLY t_x ON t (x)");
        try (ServerConnection builder = ServerConnection.open(database)) {
            builder.execute("BEGIN");
            builder.execute("LOCK TABLE t IN SHARE UPDATE EXCLUSIVE MODE");

            assertThatThrownBy(() -> applier.run(database, Applier.impatient(), new Watching(builder.backendPid())))
                    .isInstanceOf(OrphanException.class)
                    .hasMessageContaining("process " + builder.backendPid());
        }
        assertThat(told).containsExactly("the statement waits");
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void whatHasToBeRemovedBefore(TestPostgres postgres) {
        ConnectionTarget database = started(postgres);
        folder.with("002_d.sql", "ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;");
        try (ServerConnection reader = ServerConnection.open(database)) {
            reader.execute("UPDATE pg_inherits SET inhdetachpending = true WHERE inhrelid = 'p1'::regclass");
            reader.execute("BEGIN");
            reader.execute("SELECT * FROM p1");

            MigrationFailure failure = applier.run(database, Applier.impatient(), new Watching(reader.backendPid()))
                    .failure()
                    .orElseThrow();

            assertThat(failure.cause())
                    .isInstanceOfSatisfying(
                            StatementFailedException.class,
                            e -> assertThat(e.is(SqlState.LOCK_NOT_AVAILABLE)).isTrue());
        }
        assertThat(applier.apply(database).failure()).isEmpty();
    }

    private class Watching implements MigratorListener {
        private final int blocker;

        Watching(int blocker) {
            this.blocker = blocker;
        }

        @Override
        public void blocked(Migration migration, @Nullable SourceRange statement, List<Blocker> blockers) {
            assertThat(blockers).extracting(Blocker::pid).containsExactly(blocker);
            told.add(statement == null ? "the row waits" : "the statement waits");
        }
    }

    private ConnectionTarget started(TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        assertThat(applier.apply(database).failure()).isEmpty();
        return database;
    }

    private static void unanswered(ConnectionTarget database, String version, String statement) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            new SchemaHistory(connection, HistoryTable.DEFAULT).create();
            connection.execute(new StatementLedger(HistoryTable.DEFAULT, "true")
                    .started(version, Checksum.of(statement).hex()));
        }
    }
}
