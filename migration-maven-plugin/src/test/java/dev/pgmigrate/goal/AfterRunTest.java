package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.RetryPolicy;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.lint.Flavour;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.SessionSettings;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.PGConnection;

/** After a run the planner knows what is new, and PostgREST hears of it; what fails then is only a warning. */
class AfterRunTest {
    private static final int PATIENCE_MILLIS = 10_000;

    private final ConnectionTarget target = TestPostgres.of(18).newDatabase();
    private final List<String> warnings = new ArrayList<>();

    @TempDir
    private Path project;

    @BeforeEach
    void folder() throws IOException {
        Files.createDirectories(project.resolve("migrations"));
        write("001_make.sql", """
            CREATE TABLE "Typed" ("order" int, other int);
            INSERT INTO "Typed" VALUES (1, 1), (2, 2);
            CREATE TABLE indexed (name text);
            INSERT INTO indexed VALUES ('a'), ('b');
            CREATE TABLE filled (id int);
            CREATE TABLE copied (id int);
            CREATE TABLE untouched (id int);
            INSERT INTO untouched VALUES (1), (2);
            """);
        apply(AfterRun.NOTHING);
        write("002_change.sql", """
            ALTER TABLE "Typed" ALTER "order" TYPE bigint;
            CREATE INDEX ON indexed (lower(name));
            INSERT INTO filled SELECT generate_series(1, 5);
            CREATE TEMP TABLE passing AS SELECT 1 AS id;
            CREATE TABLE gone AS SELECT 1 AS id;
            DROP TABLE gone;
            CREATE TABLE made AS SELECT 1 AS id;
            COPY copied FROM STDIN;
            1
            2
            \\.
            """);
    }

    @Test
    void statisticsAreMadeForWhatLostThemOrNeverHadAny() {
        apply(new AfterRun(true, true, Flavour.PLAIN, warnings::add));

        assertThat(warnings).isEmpty();
        assertThat(analyzed())
                .containsExactly(
                        "Typed.order", "copied.id", "filled.id", "indexed.name", "indexed_lower_idx.lower", "made.id");
    }

    @Test
    void bothCanBeTurnedOff() throws SQLException {
        try (ServerConnection listener = listener()) {
            apply(new AfterRun(false, false, Flavour.SUPABASE, warnings::add));

            assertThat(analyzed()).isEmpty();
            assertThat(notifications(listener, 1)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "SUPABASE"})
    void postgrestHearsOfANewSchemaInSupabase(Flavour flavour) throws SQLException {
        try (ServerConnection listener = listener()) {
            apply(new AfterRun(false, true, flavour, warnings::add));

            boolean supabase = flavour == Flavour.SUPABASE;
            assertThat(notifications(listener, supabase ? PATIENCE_MILLIS : 1)).isEqualTo(supabase ? 1 : 0);
        }
    }

    @Test
    void whatFailsAfterwardsIsAWarningAndTheRestIsDone() {
        try (ServerConnection other = ServerConnection.open(target)) {
            other.execute("BEGIN; LOCK TABLE filled IN SHARE UPDATE EXCLUSIVE MODE");

            Result result = apply(new AfterRun(true, false, Flavour.PLAIN, warnings::add));

            assertThat(result.failed()).isFalse();
            assertThat(warnings)
                    .containsExactly(
                            "After the run, ANALYZE public.filled failed: canceling statement due to lock timeout."
                                    + " Run it by hand.");
            assertThat(analyzed()).contains("copied.id").doesNotContain("filled.id");
        }
    }

    private ServerConnection listener() {
        ServerConnection listener = ServerConnection.open(target);
        listener.execute("LISTEN pgrst");
        return listener;
    }

    private static int notifications(ServerConnection listener, int millis) throws SQLException {
        return listener.jdbc().unwrap(PGConnection.class).getNotifications(millis).length;
    }

    private List<String> analyzed() {
        try (ServerConnection connection = ServerConnection.open(target)) {
            return connection.query(
                    "SELECT tablename || '.' || attname FROM pg_stats WHERE schemaname = 'public' ORDER BY tablename COLLATE \"C\", attname",
                    row -> row.getString(1));
        }
    }

    private Result apply(AfterRun after) {
        MigratorSettings settings = new MigratorSettings(
                HistoryTable.DEFAULT,
                null,
                false,
                new SessionSettings(Duration.ofMillis(100), Duration.ZERO),
                MigratorSettings.LOCK_WAIT,
                RetryPolicy.DEFAULT,
                null,
                "test");
        Result result = Apply.run(new Apply.Request(
                MigrationFolders.find(project, List.of(), null),
                LintSettings.defaults().neverFailing(),
                new Database(target, HistoryTable.DEFAULT),
                settings,
                null,
                MigratorListener.NONE,
                after));
        assertThat(result.failures()).isEmpty();
        return result;
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(project.resolve("migrations").resolve(name), sql);
    }
}
