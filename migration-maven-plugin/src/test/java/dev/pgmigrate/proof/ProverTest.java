package dev.pgmigrate.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files run in the transactions of who runs them in earnest. */
class ProverTest {
    private static final String TWO_TRANSACTIONS =
            "BEGIN; CREATE TABLE a (id int); COMMIT; BEGIN; CREATE TABLE b (id int); COMMIT;";

    @TempDir
    private Path project;

    @Test
    void psqlTakesTwoTransactionsAndWhatNoTransactionTakes() throws IOException {
        assertThat(failure(Runner.PSQL, TWO_TRANSACTIONS + " CREATE INDEX CONCURRENTLY i ON a (id);"))
                .isEmpty();
        assertThat(failure(Runner.MIGRATE, TWO_TRANSACTIONS)).startsWith("A file's own transaction");
    }

    @Test
    void whatIsNeverCommittedIsNamed() throws IOException {
        assertThat(failure(Runner.PSQL, "BEGIN; CREATE TABLE a (id int);"))
                .isEqualTo("The transaction that the file begins is never committed.");
    }

    @Test
    void flywayRunsAFileInOneTransactionUnlessItsConfigurationSaysOtherwise() throws IOException {
        String mixed = "CREATE TABLE a (id int); CREATE INDEX CONCURRENTLY i ON a (id);";

        assertThat(failure(Runner.FLYWAY, mixed)).contains("cannot run inside a transaction block");
        Files.writeString(project.resolve("migrations/V1__x.sql.conf"), "executeInTransaction=false\n");
        assertThat(failure(Runner.FLYWAY, mixed)).isEmpty();
    }

    private String failure(Runner runner, String sql) throws IOException {
        Path folder = Files.createDirectories(project.resolve("migrations"));
        Files.writeString(folder.resolve("V1__x.sql"), sql);
        Migrations migrations = Migrations.read(MigrationFolders.find(project, List.of(), null));
        return new Prover(TestPostgres.of(18).newDatabase())
                .replay(List.of(), migrations.all(), runner)
                .failure()
                .map(ReplayFailure::reason)
                .orElse("");
    }
}
