package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.proof.observe.UserObjects;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proofs on a database that is there already. */
class ScratchDatabaseTest {
    @TempDir
    private Path project;

    @BeforeEach
    void migrations() throws IOException {
        Path folder = Files.createDirectories(project.resolve("migrations"));
        Files.writeString(folder.resolve("001_a.sql"), """
                CREATE EXTENSION IF NOT EXISTS hstore;
                CREATE SCHEMA IF NOT EXISTS app;
                CREATE TABLE IF NOT EXISTS app.a (id int PRIMARY KEY, h hstore);
                CREATE TABLE IF NOT EXISTS b (id int REFERENCES app.a (id));
                CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
                """);
        Files.writeString(folder.resolve("002_i.sql"), "CREATE INDEX CONCURRENTLY IF NOT EXISTS b_id ON b (id);");
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void anEmptyOneIsUsedAndEmptyAgain(TestPostgres postgres) {
        ConnectionTarget scratch = postgres.newDatabase();

        Result result = prove(scratch);

        assertThat(result.failures()).isEmpty();
        assertThat(result.files())
                .extracting(file ->
                        file.proof().flatMap(ProofLine::secondRun).orElseThrow().word())
                .containsExactly("same", "same");
        assertThat(result.notes()).anyMatch(note -> note.startsWith("Ran on " + scratch + ", which is empty again"));
        assertThat(objects(scratch)).isEmpty();
    }

    @Test
    void oneThatHoldsSomethingIsRefusedAndLeftAlone() {
        ConnectionTarget used = TestPostgres.of(18).newDatabase();
        execute(used, "CREATE TABLE precious (id int); INSERT INTO precious VALUES (1)");

        assertThatThrownBy(() -> prove(used))
                .isInstanceOf(ScratchException.class)
                .hasMessageStartingWith("The scratch database " + used
                        + " is not empty, and what is in it was made by somebody else: table public.precious.")
                .hasMessageContaining("-Dmigrate.rehearse");

        assertThat(objects(used)).containsExactly("table public.precious");
    }

    @Test
    void whatAKilledProofLeftIsOurs() {
        ConnectionTarget left = TestPostgres.of(18).newDatabase();
        execute(left, "CREATE SCHEMA migrate_scratch; CREATE TABLE b (id int); CREATE TYPE c AS ENUM ()");

        assertThat(prove(left).failures()).isEmpty();
        assertThat(objects(left)).isEmpty();
    }

    private Result prove(ConnectionTarget scratch) {
        return dev.pgmigrate.goal.Test.run(new dev.pgmigrate.goal.Test.Request(
                MigrationFolders.find(project, List.of(), null),
                null,
                List.of(),
                Runner.MIGRATE,
                () -> {
                    throw new AssertionError("A server was started.");
                },
                ProofSettings.DEFAULT,
                scratch));
    }

    private static List<String> objects(ConnectionTarget database) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            return UserObjects.in(connection);
        }
    }

    private static void execute(ConnectionTarget database, String sql) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute(sql);
        }
    }
}
