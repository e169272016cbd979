package dev.pgmigrate.apply.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.StatementFailedException;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.history.SchemaHistory;
import dev.pgmigrate.migration.Migration;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConcurrentlyTest {
    private static final MigratorSettings SETTINGS = MigratorSettings.defaults("test");
    private static final String UNIQUE = "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS t_x ON t (x);";

    @TempDir
    private Path base;

    private Folder folder;
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void makeFolder() {
        folder = new Folder(base).with("001_t.sql", "CREATE TABLE t (x int); INSERT INTO t VALUES (1), (2);");
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void waitsForAnOldSnapshotUnderTheLock(TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        apply(database, MigratorListener.NONE);
        folder.with("002_i.sql", "CREATE INDEX CONCURRENTLY t_x ON t (x);");
        try (ServerConnection old = ServerConnection.open(database)) {
            old.execute("BEGIN ISOLATION LEVEL REPEATABLE READ");
            old.execute("SELECT * FROM t");

            ApplyResult result = apply(database, new MigratorListener() {
                @Override
                public void blocked(Migration migration, @Nullable SourceRange statement, List<Blocker> blockers) {
                    told.add("blocked");
                    old.execute("COMMIT");
                }
            });

            assertThat(result.failure()).isEmpty();
            assertThat(told).containsExactly("blocked");
            assertThat(indexes(database)).containsExactly("t_x valid");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void cleansUpAfterABuildThatFailsAndGoesOnAtTheSameStatement(TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        folder.with("002_i.sql", "CREATE INDEX CONCURRENTLY t_plain ON t (x);\n" + UNIQUE);
        try (ServerConnection connection = ServerConnection.open(database)) {
            new SchemaHistory(connection, HistoryTable.DEFAULT).create();
            connection.execute("CREATE TABLE t (x int); INSERT INTO t VALUES (1), (1)");
        }
        folder.with("001_t.sql", "SELECT 1;");

        MigrationFailure failure = apply(database, listener()).failure().orElseThrow();

        assertThat(failure.rolledBack()).isFalse();
        assertThat(failure.cause())
                .isInstanceOfSatisfying(
                        StatementFailedException.class,
                        e -> assertThat(e.position()).hasToString("2:1"));
        assertThat(told).containsExactly("removed public.t_x");
        assertThat(indexes(database)).containsExactly("t_plain valid");

        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute("DELETE FROM t");
        }
        told.clear();
        assertThat(apply(database, listener()).failure()).isEmpty();
        assertThat(told).containsExactly("resumed 2:1");
        assertThat(indexes(database)).containsExactly("t_plain valid", "t_x valid");
        assertThat(apply(database, listener()).applied()).isEmpty();
    }

    @Test
    void buildsAnIndexAgainThatSomebodyElsesBrokenTryLeftInvalid() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        apply(database, MigratorListener.NONE);
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute("CREATE UNIQUE INDEX t_x ON t (x)");
            connection.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 't_x'::regclass");
        }
        folder.with("002_i.sql", UNIQUE);

        assertThat(apply(database, listener()).failure()).isEmpty();

        assertThat(told).containsExactly("removed public.t_x");
        assertThat(indexes(database)).containsExactly("t_x valid");
    }

    @Test
    void leavesThePartitionedIndexAlone() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute("CREATE TABLE p (x int) PARTITION BY RANGE (x);"
                    + " CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (2); CREATE INDEX p_x ON ONLY p (x)");

            folder.with("001_t.sql", "CREATE INDEX CONCURRENTLY p_x ON p (x);");

            assertThat(new Leftovers(connection, Duration.ofMinutes(1))
                            .find(folder.only().script().statements().get(0)))
                    .isEmpty();
        }
    }

    @Test
    void finishesADetachThatWasLeftPending() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        folder.with(
                "001_t.sql",
                "CREATE TABLE p (x int) PARTITION BY RANGE (x); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO"
                        + " (2);");
        apply(database, MigratorListener.NONE);
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute("UPDATE pg_inherits SET inhdetachpending = true");
        }
        folder.with("002_d.sql", "ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;");

        assertThat(apply(database, listener()).failure()).isEmpty();

        try (ServerConnection connection = ServerConnection.open(database)) {
            assertThat(connection.queryOne("SELECT count(*) FROM pg_inherits", row -> row.getInt(1)))
                    .hasValue(0);
        }
    }

    private MigratorListener listener() {
        return new MigratorListener() {
            @Override
            public void leftoverRemoved(Migration migration, Leftover leftover) {
                told.add("removed " + leftover.name());
            }

            @Override
            public void leftoverStays(Migration migration, Leftover leftover) {
                told.add("stays " + leftover.name());
            }

            @Override
            public void resumed(Migration migration, SourceRange statement) {
                told.add("resumed " + migration.source().position(statement.start()));
            }
        };
    }

    private ApplyResult apply(ConnectionTarget database, MigratorListener listener) {
        try (ServerConnection worker = ServerConnection.open(database)) {
            return new Migrator(worker, SETTINGS, listener).apply(folder.read());
        }
    }

    private static List<String> indexes(ConnectionTarget database) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            return connection.query("""
                SELECT c.relname || CASE WHEN i.indisvalid THEN ' valid' ELSE ' INVALID' END
                FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'public' ORDER BY 1""", row -> row.getString(1));
        }
    }
}
