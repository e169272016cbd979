package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Rerun;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.proof.TestRows;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails {@code migrate:test}, and what it only reports. */
class ProofGoalTest {
    private static final Path QUICK_START = Path.of("../it/src/test/projects/quick-start");

    @TempDir
    private Path project;

    /** The first command of the README runs it. */
    @Test
    void theProjectOfTheQuickStartIsProved() {
        Result result = prove(QUICK_START, ProofSettings.DEFAULT);

        assertThat(result.failures()).isEmpty();
        assertThat(result.files())
                .extracting(file -> file.proof().flatMap(ProofLine::secondRun).map(Verdict::word))
                .allSatisfy(word -> assertThat(word).contains("same"));
        assertThat(result.files().stream()
                        .flatMap(file -> file.proof().orElseThrow().rollback().stream())
                        .map(Verdict::word))
                .containsOnly("exact", "irreversible");
    }

    @Test
    void aSecondRunFailsTheGoalUnlessTheHistoryIsTrustedOrTheFileSaysSo() throws IOException {
        write("migrations/001_a.sql", "CREATE TABLE a (id int);");
        write(
                "migrations/002_b.sql",
                "-- migrate:ignore-file require-if-not-exists reason=\"runs once\"\nCREATE TABLE b (id int);");
        write("migrations/003_c.sql", "CREATE TABLE IF NOT EXISTS c (id int);");

        Result required = prove(project, ProofSettings.DEFAULT);
        Result tracked = prove(project, settings(Rerun.TRACKED, null));
        Result later = prove(project, settings(Rerun.REQUIRED, MigrationVersion.of("2")));

        assertThat(required.failures()).extracting(Failure::place).containsExactly("migrations/001_a.sql:1:1");
        assertThat(required.files())
                .extracting(FileLine::state)
                .containsExactly(FileState.FAILED, FileState.PASSED, FileState.PASSED);
        assertThat(tracked.failed()).isFalse();
        assertThat(tracked.files())
                .extracting(file ->
                        file.proof().flatMap(ProofLine::secondRun).orElseThrow().word())
                .containsExactly("error", "error", "same");
        assertThat(later.failed()).isFalse();
        assertThat(later.files().get(0).proof().orElseThrow().secondRun()).isEmpty();
        assertThat(later.notes()).contains("1 migration was only run, to get to those that are proved.");
    }

    @Test
    void aSeedForAVersionThatIsNotThereIsNamed() throws IOException {
        write("migrations/001_a.sql", "CREATE TABLE a (id int);");
        write("src/test/migrate/seed/002.sql", "INSERT INTO a VALUES (1);");

        assertThatThrownBy(() -> prove(project, ProofSettings.DEFAULT))
                .isInstanceOf(SeedException.class)
                .hasMessageContaining("src/test/migrate/seed/002.sql follows version 002");
        Files.move(project.resolve("src/test/migrate/seed/002.sql"), project.resolve("src/test/migrate/seed/x.sql"));
        assertThatThrownBy(() -> prove(project, ProofSettings.DEFAULT)).hasMessageContaining("has no version");
    }

    @Test
    void aMigrationWhoseSeedFailsHasApplied() throws IOException {
        write("migrations/001_a.sql", "CREATE TABLE IF NOT EXISTS a (id int);");
        write("migrations/002_b.sql", "CREATE TABLE IF NOT EXISTS b (id int);");
        write("src/test/migrate/seed/001.sql", "INSERT INTO a VALUES ('x');");

        Result result = prove(project, ProofSettings.DEFAULT);

        assertThat(result.failures()).extracting(Failure::place).containsExactly("src/test/migrate/seed/001.sql:1:23");
        assertThat(result.files()).extracting(FileLine::state).containsExactly(FileState.PASSED, FileState.NOT_RUN);
    }

    /** It replaces a function and locks no table, so that the rows of none can have changed. */
    @Test
    void rowsOfTablesThatASecondRunDoesNotTouchAreTheSame() throws IOException {
        write("migrations/001_t.sql", "CREATE TABLE IF NOT EXISTS t AS SELECT 1 AS one;");
        write("migrations/002_f.sql", "CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';");

        assertThat(prove(project, ProofSettings.DEFAULT).failures()).isEmpty();
    }

    /** What a later migration mends has broken nothing, since the files are applied together. */
    @Test
    void aBodyThatCannotRunFailsTheGoalUnlessALaterFileMendsIt() throws IOException {
        write(
                "migrations/001_f.sql",
                "CREATE OR REPLACE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$\nBEGIN DELETE FROM a; END $$;");
        write("migrations/002_a.sql", "CREATE TABLE IF NOT EXISTS a (id int);");
        write(
                "migrations/003_g.sql",
                "CREATE OR REPLACE FUNCTION g() RETURNS void LANGUAGE plpgsql AS $$\nBEGIN PERFORM nr FROM a; END $$;");

        Result result = prove(project, ProofSettings.DEFAULT);

        assertThat(result.failures()).extracting(Failure::place).containsExactly("migrations/003_g.sql:2:15");
        assertThat(result.failures())
                .extracting(Failure::message)
                .containsExactly("public.g() fails when it gets here: column \"nr\" does not exist.");
        assertThat(result.files())
                .extracting(FileLine::state)
                .containsExactly(FileState.PASSED, FileState.PASSED, FileState.FAILED);
        assertThat(result.files().get(0).proof().orElseThrow().bodies())
                .singleElement()
                .satisfies(body -> assertThat(body.mended()).isTrue());
    }

    @Test
    void aSupabaseProjectIsSeededAsItsConfigurationSays() throws IOException {
        write("supabase/migrations/20250101000000_a.sql", "CREATE TABLE IF NOT EXISTS public.a (id int, owner uuid);");
        write("supabase/seed.sql", "INSERT INTO public.a VALUES (1, auth.uid());");

        Result usual = prove(project, ProofSettings.DEFAULT);
        write("supabase/config.toml", "[db.seed]\nenabled = true\nsql_paths = [\n  './seeds/*.sql', # all\n]\n");
        write("supabase/seeds/rows.sql", "INSERT INTO public.a VALUES ('x');");
        Result named = prove(project, ProofSettings.DEFAULT);

        assertThat(usual.failed()).isFalse();
        assertThat(usual.notes()).anyMatch(note -> note.startsWith("supabase/seed.sql runs last, "));
        assertThat(named.failures()).extracting(Failure::place).containsExactly("supabase/seeds/rows.sql:1:30");
    }

    /** Each of the new files runs twice on rows, and its rollback brings back what was there. */
    @Test
    void whatFixMovesIntoFilesOfTheirOwnIsProved() throws IOException {
        write("migrations/V1__owners.sql", """
            CREATE TABLE IF NOT EXISTS owners (id bigint PRIMARY KEY, mail text);
            CREATE TABLE IF NOT EXISTS shops (id bigint PRIMARY KEY, owner_id bigint, seats bigint);
            CREATE INDEX IF NOT EXISTS shops_owner_id_idx ON shops (owner_id);
            """);
        write("rollback/V1__owners.sql", "DROP TABLE IF EXISTS shops;\nDROP TABLE IF EXISTS owners;\n");
        write("migrations/V2__rules.sql", """
            ALTER TABLE shops
                DROP CONSTRAINT IF EXISTS shops_owner,
                ADD CONSTRAINT shops_owner FOREIGN KEY (owner_id) REFERENCES owners (id),
                DROP CONSTRAINT IF EXISTS shops_seats,
                ADD CONSTRAINT shops_seats CHECK (seats > 0);
            ALTER TABLE owners ALTER COLUMN mail SET NOT NULL;
            """);
        write("rollback/V2__rules.sql", """
            ALTER TABLE shops DROP CONSTRAINT IF EXISTS shops_owner, DROP CONSTRAINT IF EXISTS shops_seats;
            ALTER TABLE owners ALTER COLUMN mail DROP NOT NULL;
            """);
        write(
                "src/test/migrate/seed/1.sql",
                "INSERT INTO owners VALUES (1, 'a@b.c'); INSERT INTO shops VALUES (1, 1, 9);");

        Fix.run(new Fix.Request(
                MigrationFolders.find(project, List.of(), null),
                LintSettings.defaults(),
                null,
                true,
                LocalDateTime.of(2026, 1, 2, 3, 4)));
        Result proved = prove(project, ProofSettings.DEFAULT);

        assertThat(proved.failures()).isEmpty();
        assertThat(proved.files())
                .extracting(FileLine::path)
                .hasSize(6)
                .endsWith(
                        "migrations/V3__validate_shops_owner.sql",
                        "migrations/V4__validate_shops_seats.sql",
                        "migrations/V5__validate_owners_mail_present.sql",
                        "migrations/V6__require_mail_of_owners.sql");
        assertThat(proved.files())
                .extracting(file ->
                        file.proof().orElseThrow().rollback().orElseThrow().word())
                .containsOnly("exact");
    }

    private static ProofSettings settings(Rerun rerun, @Nullable MigrationVersion from) {
        return new ProofSettings(rerun, from, null, null, ProofSettings.LIMIT, TestRows.GENERATED, null);
    }

    private static Result prove(Path base, ProofSettings settings) {
        return dev.pgmigrate.goal.Test.run(new dev.pgmigrate.goal.Test.Request(
                MigrationFolders.find(base, List.of(), null),
                null,
                List.of(),
                Runner.MIGRATE,
                () -> DisposablePostgres.start(TestPostgres.binaries(18)),
                settings));
    }

    private void write(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
