package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.ScriptRunner;
import dev.pgmigrate.apply.StatementFailedException;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a migration asks before and after it runs, in the goals that run it and in those that only look. */
class ValidationQueryTest {
    /** The two blocks that a hand-written template runs around its steps, as one line each. */
    private static final String VALIDATED = """
            -- migrate:requires query "SELECT to_regclass('public.orders') IS NOT NULL"
            -- migrate:ensures query "SELECT count(*) = 0 FROM public.orders WHERE total IS NULL"
            ALTER TABLE public.orders ADD COLUMN IF NOT EXISTS total numeric;
            UPDATE public.orders SET total = amount WHERE total IS NULL;
            """;

    @TempDir
    private Path project;

    private final ConnectionTarget target = TestPostgres.of(18).newDatabase();

    @BeforeEach
    void table() throws IOException {
        write("001_orders.sql", """
                CREATE TABLE IF NOT EXISTS public.orders (id bigint PRIMARY KEY, amount numeric);
                INSERT INTO public.orders VALUES (1, 10) ON CONFLICT DO NOTHING;
                """);
    }

    @Test
    void aMigrationWhoseQueriesHoldIsAppliedAndProved() throws IOException {
        write("002_total.sql", VALIDATED);

        assertThat(apply(null).failures()).isEmpty();
        assertThat(prove().failures()).isEmpty();
    }

    @Test
    void aQueryThatFailsAfterwardsUndoesTheMigration() throws IOException {
        write("002_total.sql", VALIDATED.replace("UPDATE", "-- UPDATE"));

        Failure applied = apply(null).failures().get(0);
        Failure proved = prove().failures().get(0);

        assertThat(applied.message()).isEqualTo("The query that has to return true after the migration returns false.");
        assertThat(applied.place()).isEqualTo("migrations/002_total.sql:2:1");
        assertThat(applied.statement()).startsWith("SELECT count(*) = 0");
        assertThat(columns()).containsExactly("amount", "id");
        assertThat(proved.place()).isEqualTo(applied.place());
        assertThat(proved.message()).isEqualTo(applied.message());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT false | returns false.",
                "SELECT NULL::boolean | returns NULL.",
                "SELECT true WHERE false | returns no row.",
                "SELECT true FROM generate_series(1, 1000000) | returns more than one row.",
                "SELECT true, true | returns 2 columns.",
                "SELECT 1 | returns a value that is not of type boolean."
            })
    void onlyOneRowWithTrueHolds(String query, String words) throws IOException {
        write("002_b.sql", "-- migrate:requires query \"" + query + "\"\nCREATE TABLE b ();");

        assertThat(apply(null).failures())
                .extracting(Failure::message)
                .containsExactly("The query that has to return true before the migration " + words);
    }

    @Test
    void aQueryThatTheServerRefusesHasThePlaceOfItsMistake() throws IOException {
        write("002_b.sql", """
                CREATE TABLE b ();
                -- migrate:ensures query 'SELECT "unknown" IS NULL FROM public.orders'
                """);

        for (Result result : List.of(apply(null), prove())) {
            Failure failure = result.failures().get(0);
            assertThat(failure.place()).isEqualTo("migrations/002_b.sql:2:34");
            assertThat(failure.error().orElseThrow().sqlState()).isEqualTo("42703");
        }
    }

    /** The column is gone by then, as it should be. */
    @Test
    void aSecondRunDoesNotAskWhatHadToHoldBeforeTheFirst() throws IOException {
        write("002_b.sql", """
                -- migrate:requires column public.orders.amount
                -- migrate:ensures query "SELECT count(*) = 1 FROM public.orders"
                ALTER TABLE public.orders DROP COLUMN IF EXISTS amount;
                """);

        assertThat(prove().files().get(1).proof().flatMap(ProofLine::secondRun).map(Verdict::word))
                .contains("same");
    }

    @Test
    void aScriptStopsWhereApplyingWould() throws IOException {
        write("002_total.sql", VALIDATED.replace("UPDATE", "-- UPDATE"));
        List<String> scripts = new ArrayList<>();
        apply((script, shown) -> scripts.add(script));

        assertThatThrownBy(() -> run(scripts.get(0)))
                .isInstanceOfSatisfying(
                        StatementFailedException.class, e -> assertThat(e.sql()).contains("WHERE total IS NULL"));
        write("002_total.sql", "-- migrate:requires query \"SELECT true WHERE false -- none\"\nSELECT 1;");
        scripts.clear();
        apply((script, shown) -> scripts.add(script));
        assertThatThrownBy(() -> run(scripts.get(0))).hasMessageContaining("22012");
    }

    @Test
    void checkShowsWhatApplyWillAskAndReportsWhatItCannot() throws IOException {
        write("002_total.sql", VALIDATED);
        write("003_c.sql", "CREATE TABLE IF NOT EXISTS c ();\n-- migrate:ensures query \"SELEC 1\"\n");

        Result checked = Check.run(new Check.Request(
                folders(),
                LintSettings.defaults(),
                Acceptance.NOTHING,
                new Database(target, HistoryTable.DEFAULT),
                false,
                false,
                new LintMemory()));

        assertThat(checked.notes())
                .contains(
                        "Before migrations/002_total.sql:1:28 apply asks: SELECT to_regclass('public.orders') IS NOT NULL",
                        "After migrations/002_total.sql:2:27 apply asks: SELECT count(*) = 0 FROM public.orders WHERE"
                                + " total IS NULL");
        assertThat(checked.findings())
                .filteredOn(finding -> finding.rule().toString().equals("invalid-directive"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).contains("syntax error at or near \"SELEC\"");
                    assertThat(finding.range().start()).isEqualTo(59);
                });
    }

    private List<String> columns() {
        try (ServerConnection connection = ServerConnection.open(target)) {
            return connection.query(
                    "SELECT column_name::text FROM information_schema.columns WHERE table_name = 'orders' ORDER BY 1",
                    row -> row.getString(1));
        }
    }

    private void run(String script) {
        try (ServerConnection connection = ServerConnection.open(target)) {
            new ScriptRunner(connection).run(SqlFile.of(Path.of("apply.sql"), "apply.sql", script));
        }
    }

    private Result apply(@Nullable BiConsumer<String, String> dryRun) {
        return Apply.run(new Apply.Request(
                folders(),
                LintSettings.defaults().neverFailing(),
                new Database(target, HistoryTable.DEFAULT),
                MigratorSettings.defaults("test"),
                dryRun,
                MigratorListener.NONE));
    }

    private Result prove() {
        return dev.pgmigrate.goal.Test.run(new dev.pgmigrate.goal.Test.Request(
                folders(),
                null,
                List.of(),
                Runner.MIGRATE,
                () -> DisposablePostgres.start(TestPostgres.binaries(18)),
                ProofSettings.DEFAULT));
    }

    private MigrationFolders folders() {
        return MigrationFolders.find(project, List.of(), null);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(project.resolve("migrations")).resolve(name), text);
    }
}
