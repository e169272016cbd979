package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.Rerun;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.proof.TestRows;
import dev.pgmigrate.proof.observe.RowChange;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code migrate:test} shows on tables that have rows, where neither seeds nor migrations fill them. */
class GeneratedRowsTest {
    @TempDir
    private Path project;

    /** In life there may be no such row, so that the file is right: it is told, and nothing fails. */
    @Test
    void whatTheServerRefusesWhereTablesHaveRowsIsToldAndFailsNothing() throws IOException {
        write("migrations/001_t.sql", "CREATE TABLE t (id bigint PRIMARY KEY, a text, b text, c int);");
        write("migrations/002_column.sql", "\nALTER TABLE t ADD COLUMN d int NOT NULL;");
        write("migrations/003_null.sql", "ALTER TABLE t ALTER COLUMN a SET NOT NULL;");
        write("migrations/004_check.sql", "ALTER TABLE t ADD CONSTRAINT filled CHECK (b <> '');");
        write("migrations/005_unique.sql", "ALTER TABLE t ADD CONSTRAINT once UNIQUE (c);");
        write("migrations/006_type.sql", "ALTER TABLE t ALTER COLUMN a TYPE int USING a::int;");
        write("migrations/007_index.sql", "CREATE UNIQUE INDEX CONCURRENTLY i ON t (a);");
        write("migrations/008_asks.sql", "-- migrate:requires query \"SELECT count(*) = 0 FROM t\"\nSELECT 1;");
        write("migrations/009_fine.sql", "ALTER TABLE t ADD COLUMN e int NOT NULL DEFAULT 0;");

        Result result = prove(TestRows.GENERATED);

        assertThat(result.failures()).isEmpty();
        assertThat(result.files())
                .extracting(file -> file.proof()
                        .flatMap(ProofLine::refused)
                        .map(refused ->
                                refused.error().map(error -> error.sqlState()).orElse("requires"))
                        .orElse("applies"))
                .containsExactly(
                        "applies",
                        SqlState.NOT_NULL_VIOLATION,
                        SqlState.NOT_NULL_VIOLATION,
                        SqlState.CHECK_VIOLATION,
                        SqlState.UNIQUE_VIOLATION,
                        SqlState.INVALID_TEXT_REPRESENTATION,
                        SqlState.UNIQUE_VIOLATION,
                        "requires",
                        "applies");
        assertThat(result.notes())
                .contains(
                        "migrations/002_column.sql:2:1 applies to empty tables, but not where a row is like the generated"
                                + " ones: column \"d\" of relation \"t\" contains null values.")
                .anyMatch(note -> note.startsWith("2 more do not apply where rows are like"));
        assertThat(result.files().get(1).remark()).matches("applies \\d+ ms, not to tables with rows · .*");
        assertThat(prove(TestRows.NONE).files())
                .allSatisfy(
                        file -> assertThat(file.proof().orElseThrow().refused()).isEmpty());
    }

    @Test
    void whatHappensToRowsIsSeen() throws IOException {
        write("migrations/001_t.sql", "CREATE TABLE t (id int PRIMARY KEY, n int NOT NULL); CREATE TABLE u (id int);");
        write("migrations/002_twice.sql", "UPDATE t SET n = n + 1;");
        write("migrations/003_lost.sql", "ALTER TABLE t ADD COLUMN m int DEFAULT 1;");
        write("rollback/003_lost.sql", "ALTER TABLE t DROP COLUMN m; DELETE FROM t; DELETE FROM u;");

        Result result = prove(TestRows.GENERATED);

        assertThat(result.files()
                        .get(1)
                        .proof()
                        .flatMap(ProofLine::secondRun)
                        .orElseThrow()
                        .rows())
                .extracting(change -> change.table().name())
                .containsExactly("t");
        Verdict rollback =
                result.files().get(2).proof().flatMap(ProofLine::rollback).orElseThrow();
        assertThat(rollback.word()).isEqualTo("differs");
        assertThat(rollback.rows()).extracting(change -> change.table().name()).containsExactly("u");
        assertThat(rollback.lost()).extracting(RowChange::after).containsExactly(0L);
        assertThat(rollback.lost().get(0).before()).isPositive();
    }

    /** Rows that a file makes of generated ones are its own, and must not make a later file fail either. */
    @Test
    void whatIsMadeOfGeneratedRowsFailsNothing() throws IOException {
        write("migrations/001_t.sql", "CREATE TABLE t (id int PRIMARY KEY, a text);");
        write("migrations/002_copy.sql", "CREATE TABLE copy AS SELECT a FROM t;");
        write("migrations/003_unique.sql", "ALTER TABLE copy ADD UNIQUE (a), ALTER COLUMN a SET NOT NULL;");

        Result result = prove(TestRows.GENERATED);

        assertThat(result.failures()).isEmpty();
        assertThat(result.files()).extracting(FileLine::state).containsOnly(FileState.PASSED);
    }

    /** A file that fills a table decides which rows it has: generated ones would take its numbers, or its names. */
    @Test
    void tablesThatFilesFillHaveTheirRowsOnly() throws IOException {
        write(
                "migrations/001_t.sql",
                "CREATE TABLE plan (id int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, name text);"
                        + " CREATE TABLE account (id int PRIMARY KEY, plan int DEFAULT 1 REFERENCES plan);");
        write("migrations/002_rows.sql", "INSERT INTO plan (name) VALUES ('free'), ('paid');");
        write("migrations/003_use.sql", "ALTER TABLE account ADD CHECK (plan IN (1, 2) OR plan IS NULL);");

        Result result = prove(TestRows.GENERATED);

        assertThat(result.failures()).isEmpty();
        assertThat(result.files())
                .allSatisfy(
                        file -> assertThat(file.proof().orElseThrow().refused()).isEmpty());
    }

    private Result prove(TestRows rows) {
        return dev.pgmigrate.goal.Test.run(new dev.pgmigrate.goal.Test.Request(
                MigrationFolders.find(project, List.of(), null),
                null,
                List.of(),
                Runner.MIGRATE,
                () -> DisposablePostgres.start(TestPostgres.binaries(18)),
                new ProofSettings(Rerun.TRACKED, null, null, null, ProofSettings.LIMIT, rows, null)));
    }

    private void write(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
