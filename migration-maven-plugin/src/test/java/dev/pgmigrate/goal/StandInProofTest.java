package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is proved of migrations for extensions that the server of a proof only has stand-ins for. */
class StandInProofTest {
    @TempDir
    private Path project;

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void aMigrationWithAVectorAndAnHnswIndexIsProvedAsFarAsItCanBe(int version) throws IOException {
        write("migrations/001_notes.sql", """
                CREATE TABLE IF NOT EXISTS notes (id bigint PRIMARY KEY, body text NOT NULL);
                """);
        write("migrations/002_note_vectors.sql", """
                CREATE EXTENSION IF NOT EXISTS vector;
                CREATE TABLE IF NOT EXISTS note_vectors (
                  note_id bigint PRIMARY KEY REFERENCES notes (id) ON DELETE CASCADE,
                  meaning VECTOR(768) NOT NULL
                );
                CREATE INDEX IF NOT EXISTS note_vectors_meaning_idx
                ON note_vectors USING hnsw (meaning vector_cosine_ops) WITH (m = 16, ef_construction = 64);
                """);
        write("rollback/002_note_vectors.sql", "DROP TABLE note_vectors;\nDROP EXTENSION vector;\n");
        write("migrations/003_views.sql", "CREATE OR REPLACE VIEW bodies AS SELECT body FROM notes;\n");
        write("src/test/migrate/seed/001.sql", "INSERT INTO notes VALUES (1, 'x');");
        write(
                "src/test/migrate/seed/002.sql",
                "INSERT INTO note_vectors SELECT 1, array_fill(0.5::real, ARRAY[768])::vector;");

        Result result = prove(version);

        assertThat(result.failures()).isEmpty();
        ProofLine line = result.files().get(1).proof().orElseThrow();
        assertThat(line.secondRun().orElseThrow().word()).isEqualTo("same");
        assertThat(line.rollback().orElseThrow().word()).isEqualTo("exact");
        assertThat(line.standIns()).containsExactly("vector");
        assertThat(line.words()).endsWith(" · stand-in for vector");
        assertThat(line.unproved())
                .containsExactly(
                        "What vector does was not proved: a stand-in took its place.",
                        "Line 6: the parameters m, ef_construction of the index were left out, since its stand-in has none.");
        assertThat(result.files().get(2).proof().orElseThrow().standIns()).isEmpty();
        assertThat(result.notes())
                .contains(
                        "Stand-ins took the place of vector, which this server does not have: what they do is unproved.");
    }

    @Test
    void whatTheStandInRefusesHasItsPlace() throws IOException {
        write("migrations/001_a.sql", """
                CREATE EXTENSION vector;
                CREATE TABLE a (e vector(2));
                CREATE INDEX ON a USING hnsw (e vector_cosine_op) WITH (m = 16);
                """);

        assertThat(prove(18).failures()).extracting(Failure::place).containsExactly("migrations/001_a.sql:3:1");
        write(
                "migrations/001_a.sql",
                "CREATE EXTENSION vector;\nCREATE TABLE a (e vector(2));\nINSERT INTO a VALUES ('[1]');");
        assertThat(prove(18).failures()).extracting(Failure::message).containsExactly("expected 2 dimensions, not 1.");
    }

    private Result prove(int version) {
        return dev.pgmigrate.goal.Test.run(new dev.pgmigrate.goal.Test.Request(
                MigrationFolders.find(project, List.of(), null),
                null,
                List.of(),
                Runner.MIGRATE,
                () -> DisposablePostgres.start(TestPostgres.binaries(version)),
                ProofSettings.DEFAULT));
    }

    private void write(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
