package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.proof.Prover;
import dev.pgmigrate.proof.ReplayFailure;
import dev.pgmigrate.server.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MissingExtensionTest {
    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void whatTheDisposableServerLacksIsExplained(TestPostgres server) {
        assertThat(advice(server, "CREATE EXTENSION IF NOT EXISTS rum;"))
                .startsWith("This server has only the extensions that come with PostgreSQL, or with its image, and");
        assertThat(advice(server, "CREATE TABLE a (b no_such_type);")).isEmpty();
    }

    private static String advice(TestPostgres server, String sql) {
        SqlFile file = SqlFile.of(Path.of("1.sql"), "1.sql", sql);
        ReplayFailure failure = new Prover(server.newDatabase())
                .replay(List.of(file), List.of())
                .failure()
                .orElseThrow();
        return Test.failure(failure).advice();
    }
}
