package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.run.AppliedMigration;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.lint.FailOn;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.SettingsBuilder;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.report.ConsoleReport;
import dev.pgmigrate.report.HtmlReport;
import dev.pgmigrate.report.JsonReport;
import dev.pgmigrate.report.Palette;
import dev.pgmigrate.report.Results;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplyTest {
    private static final String SECRET = "sk_live_4eC39HqLyjWDarjtT1zdp7dc";
    private static final String SECRET_FILE = "-- migrate:ignore secret-in-migration reason=\"a test\"\nselect '"
            + SECRET + "'::int as \"" + SECRET + "\";\n";

    @TempDir
    private Path project;

    private final ConnectionTarget target = TestPostgres.of(18).newDatabase();
    private MigrationFolders folders = new MigrationFolders(Path.of(""), List.of(), null);

    @BeforeEach
    void folder() throws IOException {
        folders = new MigrationFolders(project, List.of(Files.createDirectories(project.resolve("migrations"))), null);
    }

    @Test
    void aRefusedStatementIsReportedWithoutItsSecrets() throws Exception {
        write("001_x.sql", SECRET_FILE);

        hidesTheSecret(apply(HistoryTable.DEFAULT, MigratorListener.NONE, null));
    }

    @Test
    void aProofIsReportedWithoutSecrets() throws Exception {
        write("001_x.sql", SECRET_FILE);

        hidesTheSecret(dev.pgmigrate.goal.Test.run(new dev.pgmigrate.goal.Test.Request(
                folders,
                List.of(),
                List.of(),
                Runner.MIGRATE,
                () -> DisposablePostgres.start(TestPostgres.binaries(18)),
                ProofSettings.DEFAULT)));
    }

    @Test
    void aDryRunShowsNoSecretAndRunsWithIt() throws Exception {
        write("001_x.sql", SECRET_FILE);
        List<String> scripts = new ArrayList<>();

        apply(HistoryTable.DEFAULT, MigratorListener.NONE, (script, shown) -> scripts.addAll(List.of(script, shown)));

        assertThat(scripts.get(0)).contains(SECRET);
        assertThat(scripts.get(1)).doesNotContain(SECRET).contains("::int as");
    }

    @Test
    void theDryRunOfABaselineShowsNoSecret() throws Exception {
        write("001_x.sql", SECRET_FILE);
        try (ServerConnection connection = ServerConnection.open(target)) {
            connection.execute("CREATE SCHEMA supabase_migrations; CREATE TABLE supabase_migrations.schema_migrations"
                    + " (version text PRIMARY KEY, statements text[], name text)");
        }
        List<String> scripts = new ArrayList<>();

        Baseline.run(new Baseline.Request(
                folders,
                new Database(target, HistoryTable.DEFAULT),
                settings(HistoryTable.DEFAULT, null),
                new Baseline.Start.UpTo(MigrationVersion.of("1")),
                true,
                (script, shown) -> scripts.addAll(List.of(script, shown)),
                (holder, waited) -> {}));

        assertThat(scripts.get(0)).contains(SECRET);
        assertThat(scripts.get(1)).doesNotContain(SECRET).contains("::int as");
    }

    @Test
    void aPreludeThatFailsIsReportedWithoutItsSecrets() throws Exception {
        write("001_x.sql", "create table if not exists a (id int primary key);\n");
        SqlFile prelude = SqlFile.of(Path.of("prelude.sql"), "prelude.sql", SECRET_FILE);

        hidesTheSecret(dev.pgmigrate.goal.Test.run(new dev.pgmigrate.goal.Test.Request(
                folders,
                List.of(prelude),
                List.of(),
                Runner.MIGRATE,
                () -> DisposablePostgres.start(TestPostgres.binaries(18)),
                ProofSettings.DEFAULT)));
    }

    @Test
    void whatTheServerSaysIsInTheReportsWithItsPlaceAndWithoutSecrets() throws Exception {
        write(
                "001_x.sql",
                "-- migrate:ignore-file no-procedural-sql,secret-in-migration reason=\"a test\"\n"
                        + "do $$ begin\nraise warning 'rows skipped: 17' using hint = 'look';\n"
                        + "for i in 1..2000 loop raise notice '%', i; end loop;\n"
                        + "raise warning '%', '" + SECRET + "'; end $$;\n");

        Result result = apply(HistoryTable.DEFAULT, MigratorListener.NONE, null);

        assertThat(result.failed()).isFalse();
        assertThat(result.remarks()).hasSize(1_000).first().satisfies(remark -> {
            assertThat(remark.path() + ":" + remark.start()).endsWith("001_x.sql:2:1");
            assertThat(remark.notice().message()).isEqualTo("rows skipped: 17");
        });
        assertThat(result.notes()).contains("The server said 1002 things more, which only the log has.");
        assertThat(JsonReport.of(result).text())
                .contains("\"rows skipped: 17\"", "\"WARNING\"", "\"NOTICE\"", "\"look\"")
                .doesNotContain(SECRET);
        assertThat(HtmlReport.of(result, Results.ORIGIN).text())
                .contains("rows skipped: 17")
                .doesNotContain(SECRET);
    }

    @Test
    void checkAndStatusKnowWhatMayBeOutOfOrder() throws Exception {
        write("001_x.sql", "create table if not exists a (id int primary key);\n");
        write("003_z.sql", "create table if not exists c (id int primary key);\n");
        apply(HistoryTable.DEFAULT, MigratorListener.NONE, null);
        write("002_y.sql", "create table if not exists b (id int primary key);\n");
        Database database = new Database(target, HistoryTable.DEFAULT);

        for (boolean outOfOrder : new boolean[] {false, true}) {
            assertThat(Status.run(new Status.Request(folders, database, outOfOrder))
                            .failures()
                            .isEmpty())
                    .isEqualTo(outOfOrder);
            assertThat(Check.run(new Check.Request(
                                    folders, lint(), Acceptance.NOTHING, database, outOfOrder, false, new LintMemory()))
                            .failed())
                    .isEqualTo(!outOfOrder);
        }
    }

    /** What lint finds in a table that is used is nothing in one that is made by the same run. */
    @Test
    void saysWhyItFindsLessThanLint() throws Exception {
        String why = "Nobody uses a table yet that a pending migration makes, so nothing is said of what locks it;"
                + " mvn migrate:lint takes every table for used.";
        write("001_x.sql", "create table if not exists a (id int primary key, b text);\n");
        write("002_y.sql", "create index if not exists a_b_idx on a (b);\n");
        Check.Request check = new Check.Request(
                folders,
                lint(),
                Acceptance.NOTHING,
                new Database(target, HistoryTable.DEFAULT),
                false,
                false,
                new LintMemory());

        Result checked = Check.run(check);
        Result applied = apply(HistoryTable.DEFAULT, MigratorListener.NONE, null);

        assertThat(checked.findings()).noneMatch(finding -> finding.message().contains("blocks writes"));
        assertThat(checked.notes()).contains(why);
        assertThat(applied.notes()).contains(why).endsWith("Applied 2.");
        assertThat(Check.run(check).notes()).doesNotContain(why);
    }

    @Test
    void aLostLockIsReportedWithWhatWasAppliedAndWhatWasNot() throws Exception {
        write("001_x.sql", "create table if not exists a (id int primary key);\n");
        write("002_y.sql", "create table if not exists b (id int primary key);\n");
        write("003_z.sql", "create table if not exists c (id int primary key);\n");

        StoppedException stopped = catchThrowableOfType(
                StoppedException.class, () -> apply(HistoryTable.DEFAULT, endsTheLockAfterTheFirst(), null));

        Result result = stopped.result();
        assertThat(result.failed()).isTrue();
        assertThat(result.files())
                .extracting(FileLine::state)
                .containsExactly(FileState.APPLIED, FileState.FAILED, FileState.PENDING);
        assertThat(result.failures())
                .extracting(Failure::message)
                .anySatisfy(message -> assertThat(message).startsWith("The session that held the lock was ended"))
                .contains("The whole migration was rolled back.");
        assertThat(result.notes()).contains("Applied 1 before that.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"what?", "a\"?\"b"})
    void aHistoryMayHaveAnyName(String name) throws Exception {
        write("001_x.sql", "create table if not exists a (id int primary key);\n");
        HistoryTable table = new HistoryTable("migrate?", name);

        assertThat(apply(table, MigratorListener.NONE, null).failed()).isFalse();
        assertThat(apply(table, MigratorListener.NONE, null).notes())
                .contains("Nothing to apply: the history is up to date.");
    }

    @Test
    void anAppliedVersionWithoutAFileHasNotFailed() throws Exception {
        write("001_x.sql", "create table if not exists a (id int primary key);\n");
        write("003_z.sql", "create table if not exists c (id int primary key);\n");
        apply(HistoryTable.DEFAULT, MigratorListener.NONE, null);
        Files.delete(project.resolve("migrations/003_z.sql"));

        assertThat(apply(HistoryTable.DEFAULT, MigratorListener.NONE, null).files())
                .extracting(FileLine::state)
                .containsExactly(FileState.APPLIED, FileState.FUTURE);
    }

    @Test
    void aTargetThatIsNoVersionHasNoPlaceInAFile() throws Exception {
        write("001_x.sql", "create table if not exists a (id int primary key);\n");

        Result result = Apply.run(new Apply.Request(
                folders,
                lint(),
                new Database(target, HistoryTable.DEFAULT),
                settings(HistoryTable.DEFAULT, "7"),
                null,
                MigratorListener.NONE));

        assertThat(result.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.place()).isEmpty();
            assertThat(failure.message()).contains("7");
        });
    }

    @Test
    void theStatementThatABodyPutTogetherIsShown() throws Exception {
        write("001_x.sql", """
                -- migrate:ignore-file no-procedural-sql reason="a test"
                do $$ begin execute 'select nowhere.f(' || 1 + 1 || ')'; end $$;
                """);

        Result result = apply(HistoryTable.DEFAULT, MigratorListener.NONE, null);

        assertThat(ConsoleReport.of(result, Palette.PLAIN).toString())
                .contains("001_x.sql:2:1")
                .contains("Query    select nowhere.f(2)");
    }

    @Test
    void progressPassesOnAllThatAListenerIsTold() {
        assertThat(ApplyProgress.class.getDeclaredMethods())
                .extracting(Method::getName)
                .containsAll(Arrays.stream(MigratorListener.class.getDeclaredMethods())
                        .map(Method::getName)
                        .toList());
    }

    private MigratorListener endsTheLockAfterTheFirst() {
        return new MigratorListener() {
            @Override
            public void applied(AppliedMigration applied, int number, int total) {
                try (ServerConnection admin = ServerConnection.open(target)) {
                    admin.query(
                            "SELECT pg_terminate_backend(pid, 5000) FROM pg_locks WHERE locktype = 'advisory' AND"
                                    + " database = (SELECT oid FROM pg_database WHERE datname = current_database())",
                            row -> row.getBoolean(1));
                }
            }
        };
    }

    private static void hidesTheSecret(Result result) throws IOException {
        assertThat(result.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.message()).contains("invalid input syntax for type integer");
            assertThat(failure.statement()).contains("::int");
        });
        assertThat(JsonReport.of(result).text()).doesNotContain(SECRET);
        assertThat(HtmlReport.of(result, Results.ORIGIN).text()).doesNotContain(SECRET);
        assertThat(ConsoleReport.of(result, Palette.PLAIN).toString()).doesNotContain(SECRET);
    }

    private Result apply(HistoryTable table, MigratorListener listener, @Nullable BiConsumer<String, String> dryRun) {
        return Apply.run(new Apply.Request(
                folders, lint(), new Database(target, table), settings(table, null), dryRun, listener));
    }

    private static LintSettings lint() {
        return SettingsBuilder.defaults().failOn(FailOn.NEVER).build();
    }

    private static MigratorSettings settings(HistoryTable table, @Nullable String version) {
        MigratorSettings usual = MigratorSettings.defaults("test");
        return new MigratorSettings(
                table, version, false, usual.timeouts(), usual.lockWait(), usual.retry(), null, usual.toolVersion());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(project.resolve("migrations").resolve(name), text);
    }
}
