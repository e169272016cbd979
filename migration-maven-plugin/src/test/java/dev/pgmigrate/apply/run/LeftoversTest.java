package dev.pgmigrate.apply.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.apply.Applier;
import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.server.Blocker;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import dev.pgmigrate.sql.SourceRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a broken {@code CONCURRENTLY} left belongs to the statement that left it, and to nobody else. */
class LeftoversTest {
    @TempDir
    private Path base;

    private Folder folder;
    private Applier applier;
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void makeFolder() {
        folder = new Folder(base).with("001_t.sql", """
            CREATE TABLE t (x int, y int);
            CREATE INDEX t_x ON t (x);
            CREATE SCHEMA other;
            CREATE TABLE other.t (x int);
            CREATE INDEX t_y ON other.t (x);
            CREATE TABLE other.u (x int);
            """);
        applier = new Applier(folder);
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void anUnnamedIndexIsFoundByItsTableAndColumns(TestPostgres postgres) {
        ConnectionTarget database = started(postgres);
        invalid(database, "CREATE INDEX ON t (y)", "public.t_y_idx");
        invalid(database, "CREATE INDEX ON t (y, x)", "public.t_y_x_idx");
        invalid(database, "CREATE UNIQUE INDEX ON t (y)", "public.t_y_idx1");
        folder.with("002_i.sql", "CREATE INDEX CONCURRENTLY ON t (y);");

        assertThat(apply(database).failure()).isEmpty();

        assertThat(told).containsExactly("removed public.t_y_idx");
        assertThat(indexes(database, "t"))
                .containsExactly("t_x valid", "t_y_idx valid", "t_y_idx1 INVALID", "t_y_x_idx INVALID");
    }

    @Test
    void anIndexOfThatNameOnAnotherTableStays() {
        ConnectionTarget database = started(TestPostgres.of(18));
        invalid(database, null, "other.t_y");
        folder.with("002_i.sql", "CREATE INDEX CONCURRENTLY t_y ON t (y);");

        assertThat(apply(database).failure()).isEmpty();

        assertThat(told).isEmpty();
        assertThat(indexes(database, "t")).containsExactly("t_x valid", "t_y valid");
        assertThat(indexes(database, "other.t")).containsExactly("t_y INVALID");
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void rebuildingRemovesTheCopiesOfItsOwnIndexOnly(TestPostgres postgres) {
        ConnectionTarget database = started(postgres);
        invalid(database, "CREATE INDEX t_x_ccnew ON t (x)", "public.t_x_ccnew");
        invalid(database, "CREATE INDEX t_z_ccnew ON t (x)", "public.t_z_ccnew");
        invalid(database, "CREATE INDEX t_x_ccnew1 ON other.u (x)", "other.t_x_ccnew1");
        folder.with("002_r.sql", "REINDEX INDEX CONCURRENTLY t_x;");

        assertThat(apply(database).failure()).isEmpty();

        assertThat(told).containsExactly("removed public.t_x_ccnew");
        assertThat(indexes(database, "t")).containsExactly("t_x valid", "t_z_ccnew INVALID");

        told.clear();
        folder.with("003_r.sql", "REINDEX TABLE CONCURRENTLY t;");
        assertThat(apply(database).failure()).isEmpty();
        assertThat(told).containsExactly("removed public.t_z_ccnew");
        assertThat(indexes(database, "other.u")).containsExactly("t_x_ccnew1 INVALID");
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void whatAnotherSessionBuildsIsNotTouched(TestPostgres postgres) throws Exception {
        ConnectionTarget database = started(postgres);
        folder.with("002_i.sql", "CREATE INDEX CONCURRENTLY IF NOT EXISTS t_y ON t (y);");
        try (ServerConnection old = ServerConnection.open(database);
                ServerConnection builder = ServerConnection.open(database)) {
            old.execute("BEGIN ISOLATION LEVEL REPEATABLE READ");
            old.execute("SELECT * FROM t");
            CompletableFuture<Void> built =
                    CompletableFuture.runAsync(() -> builder.execute("CREATE INDEX CONCURRENTLY t_y ON t (y)"));
            awaitInvalid(database);

            ApplyResult result = applier.run(database, Applier.SETTINGS, new MigratorListener() {
                @Override
                public void leftoverRemoved(Migration migration, Leftover leftover) {
                    told.add("removed " + leftover.name());
                }

                @Override
                public void blocked(Migration migration, @Nullable SourceRange statement, List<Blocker> blockers) {
                    told.add("blocked");
                    old.execute("COMMIT");
                }
            });

            built.get();
            assertThat(result.failure()).isEmpty();
        }
        assertThat(told).contains("blocked").doesNotContain("removed public.t_y");
        assertThat(indexes(database, "t")).containsExactly("t_x valid", "t_y valid");
    }

    /** Who would remove the index after all would wait for the reader. */
    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    @Timeout(60)
    void aDropThatWasCutShortLeavesTheIndexAndSaysSo(TestPostgres postgres) {
        ConnectionTarget database = started(postgres);
        folder.with("002_d.sql", "DROP INDEX CONCURRENTLY t_x;");
        try (ServerConnection old = ServerConnection.open(database);
                ServerConnection administrator = ServerConnection.open(database)) {
            old.execute("BEGIN");
            old.execute("SELECT * FROM t WHERE x = 1");

            ApplyResult result = applier.run(database, Applier.SETTINGS, new MigratorListener() {
                @Override
                public void leftoverRemoved(Migration migration, Leftover leftover) {
                    told.add("removed " + leftover.name());
                }

                @Override
                public void leftoverStays(Migration migration, Leftover leftover) {
                    told.add("stays " + leftover.name());
                }

                @Override
                public void blocked(Migration migration, @Nullable SourceRange statement, List<Blocker> blockers) {
                    administrator.execute("SELECT pg_cancel_backend(pid) FROM pg_stat_activity"
                            + " WHERE query LIKE 'DROP INDEX CONCURRENTLY%' AND datname = current_database()");
                }
            });

            assertThat(result.failure()).isPresent();
        }
        assertThat(told).containsExactly("stays public.t_x");
        assertThat(indexes(database, "t")).containsExactly("t_x INVALID");

        assertThat(apply(database).failure()).isEmpty();
        assertThat(indexes(database, "t")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void aDetachFinishesItsOwnPartitionAndTheTimeoutsOfTheFileAreBack(TestPostgres postgres) {
        ConnectionTarget database = started(postgres);
        try (ServerConnection connection = ServerConnection.open(database)) {
            for (String schema : List.of("public", "other")) {
                connection.execute("CREATE TABLE " + schema + ".p (x int) PARTITION BY RANGE (x)");
                connection.execute(
                        "CREATE TABLE " + schema + ".p1 PARTITION OF " + schema + ".p FOR VALUES FROM (1) TO (2)");
            }
            connection.execute(
                    "UPDATE pg_inherits SET inhdetachpending = true WHERE inhrelid IN ('public.p1'::regclass,"
                            + " 'other.p1'::regclass)");
            connection.execute("CREATE TABLE waits (lock text, statement text)");
        }
        String ask =
                "INSERT INTO waits VALUES (current_setting('lock_timeout'), current_setting('statement_timeout'));";
        folder.with(
                "002_d.sql",
                "-- migrate:transaction off\n"
                        + "SET lock_timeout = '7s';\n"
                        + "ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;\n"
                        + ask + "\nCREATE INDEX CONCURRENTLY t_y ON t (y);\n"
                        + ask.replace("VALUES (", "SELECT ").replace(");", ";"));

        assertThat(apply(database).failure()).isEmpty();

        try (ServerConnection connection = ServerConnection.open(database)) {
            assertThat(connection.query("SELECT lock || ' ' || statement FROM waits", row -> row.getString(1)))
                    .containsExactly("7s 0", "7s 0");
            assertThat(connection.query("SELECT inhrelid::regclass::text FROM pg_inherits", row -> row.getString(1)))
                    .containsExactly("other.p1");
        }
        assertThat(told).containsExactly("removed public.p1");
    }

    private ConnectionTarget started(TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        assertThat(applier.apply(database).failure()).isEmpty();
        return database;
    }

    /** Makes the index look as a build that was cut leaves it. */
    private static void invalid(ConnectionTarget database, @Nullable String statement, String index) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            if (statement != null) {
                connection.execute(statement);
            }
            connection.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = '" + index + "'::regclass");
        }
    }

    private static void awaitInvalid(ConnectionTarget database) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            while (!connection.ask("SELECT EXISTS (SELECT FROM pg_index WHERE NOT indisvalid)")) {
                Thread.onSpinWait();
            }
        }
    }

    private ApplyResult apply(ConnectionTarget database) {
        return applier.run(database, Applier.SETTINGS, new MigratorListener() {
            @Override
            public void leftoverRemoved(Migration migration, Leftover leftover) {
                told.add("removed " + leftover.name());
            }
        });
    }

    private static List<String> indexes(ConnectionTarget database, String table) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            return connection.query(
                    "SELECT c.relname || CASE WHEN i.indisvalid THEN ' valid' ELSE ' INVALID' END FROM pg_index i"
                            + " JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = '" + table
                            + "'::regclass ORDER BY 1",
                    row -> row.getString(1));
        }
    }
}
