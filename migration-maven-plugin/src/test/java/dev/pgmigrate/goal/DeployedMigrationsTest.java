package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.ConnectException;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proofs of what is pending in a database. */
class DeployedMigrationsTest {
    private static final HistoryTable HISTORY = HistoryTable.DEFAULT;

    @TempDir
    private Path project;

    @BeforeEach
    void users() throws IOException {
        write("001_users.sql", "CREATE TABLE IF NOT EXISTS users (id bigint PRIMARY KEY);\n");
        write("003_emails.sql", "ALTER TABLE users ADD COLUMN IF NOT EXISTS email text;\n");
    }

    @Test
    void onlyWhatIsPendingThereIsProvedAndNothingIsWrittenThere() throws IOException {
        ConnectionTarget deployed = TestPostgres.of(18).newDatabase();
        apply(deployed);
        execute(
                deployed,
                "DO 'BEGIN EXECUTE format($$ALTER DATABASE %I SET default_transaction_read_only = on$$,"
                        + " current_database()); END'");
        write("002_between.sql", "CREATE TABLE IF NOT EXISTS between_them (id int);\n");
        write("004_names.sql", "ALTER TABLE users ADD COLUMN IF NOT EXISTS name text;\n");

        Result result = prove(deployed);

        assertThat(result.failures()).isEmpty();
        assertThat(proved(result)).containsExactly("migrations/002_between.sql", "migrations/004_names.sql");
        assertThat(result.notes())
                .contains("Pending in " + deployed.url() + ", history " + HISTORY
                        + ": 2, which are proved; 2 are applied there and only run here.");
        assertThat(result.notes()).noneMatch(note -> note.contains("were only run, to get to"));
    }

    @Test
    void whereNothingIsPendingAllAreOnlyRun() throws IOException {
        ConnectionTarget deployed = TestPostgres.of(18).newDatabase();
        apply(deployed);

        Result result = prove(deployed);

        assertThat(result.failures()).isEmpty();
        assertThat(proved(result)).isEmpty();
        assertThat(result.notes())
                .contains("Pending in " + deployed.url() + ", history " + HISTORY
                        + ": none, so none is proved; 2 are applied there and only run here.");
    }

    @Test
    void whereNothingIsAppliedAllAreProved() {
        ConnectionTarget empty = TestPostgres.of(18).newDatabase();
        ConnectionTarget foreign = TestPostgres.of(18).newDatabase();
        execute(foreign, "CREATE TABLE other (id int)");

        assertThat(proved(prove(empty))).hasSize(2);
        Result result = prove(foreign);

        assertThat(proved(result)).hasSize(2);
        assertThat(result.notes())
                .contains("All migrations are proved: " + foreign.url() + " has no history " + HISTORY
                        + " that says which are applied.");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsSaidInOneSentence() {
        ConnectionTarget nowhere =
                new ConnectionTarget("jdbc:postgresql://localhost:1/nowhere", "nobody", null, Map.of());

        assertThatThrownBy(() -> prove(nowhere))
                .isInstanceOf(ConnectException.class)
                .hasMessage(
                        "No server answers at " + nowhere.url() + ": check the host and port, and that it is running.");
    }

    private static List<String> proved(Result result) {
        return result.files().stream()
                .filter(file -> file.proof().orElseThrow().secondRunOrNull() != null)
                .map(FileLine::path)
                .toList();
    }

    private Result prove(ConnectionTarget deployed) {
        return dev.pgmigrate.goal.Test.run(new dev.pgmigrate.goal.Test.Request(
                folders(),
                List.of(),
                List.of(),
                Runner.MIGRATE,
                () -> {
                    throw new AssertionError("a scratch database is named");
                },
                ProofSettings.DEFAULT.of(new Database(deployed, HISTORY)),
                TestPostgres.of(18).newDatabase()));
    }

    private void apply(ConnectionTarget database) {
        Result applied = Apply.run(new Apply.Request(
                folders(),
                LintSettings.defaults().neverFailing(),
                new Database(database, HISTORY),
                MigratorSettings.defaults("test"),
                null,
                MigratorListener.NONE));
        assertThat(applied.failures()).isEmpty();
    }

    private static void execute(ConnectionTarget database, String sql) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute(sql);
        }
    }

    private MigrationFolders folders() {
        return MigrationFolders.find(project, List.of(), null);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(project.resolve("migrations")).resolve(name), text);
    }
}
