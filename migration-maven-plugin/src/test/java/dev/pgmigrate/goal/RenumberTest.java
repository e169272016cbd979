package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.run.Migrator;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.migration.Checksum;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenumberTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 21, 1, 31, 24);

    @TempDir
    private Path base;

    @BeforeEach
    void twoWithOneVersion() {
        write("migrations/001_create_users.sql", "SELECT 1;\n");
        write("migrations/002_add_unread.sql", head("add_unread", "002"));
        write("rollback/002_add_unread.sql", "-- Rollback: add_unread\n-- Version: 002\n\nSELECT 3;\n");
        write("migrations/002_add_pins.sql", head("add_pins", "002"));
    }

    @Test
    void movesTheLaterNameWhereNothingElseIsKnown() {
        Renumber.Outcome plan = run(false);

        assertThat(plan.moves())
                .containsExactly(
                        new Renumber.Move(
                                "migrations/002_add_unread.sql",
                                "migrations/003_add_unread.sql",
                                "its name comes after migrations/002_add_pins.sql"),
                        new Renumber.Move(
                                "rollback/002_add_unread.sql",
                                "rollback/003_add_unread.sql",
                                "it belongs to the file above"));
    }

    @Test
    void changesNothingUntilItIsTold() {
        run(false);

        assertThat(base.resolve("migrations/002_add_unread.sql")).exists();
        assertThat(base.resolve("migrations/003_add_unread.sql")).doesNotExist();
    }

    @Test
    void movesTheFileItsRollbackAndTheVersionInTheirHeads() {
        assertThat(run(true).written()).isTrue();

        assertThat(text("migrations/003_add_unread.sql")).isEqualTo(head("add_unread", "003"));
        assertThat(text("rollback/003_add_unread.sql"))
                .isEqualTo("-- Rollback: add_unread\n-- Version: 003\n\nSELECT 3;\n");
        assertThat(base.resolve("migrations/002_add_unread.sql")).doesNotExist();
        assertThat(base.resolve("rollback/002_add_unread.sql")).doesNotExist();
        assertThat(text("migrations/002_add_pins.sql")).isEqualTo(head("add_pins", "002"));
        assertThat(run(true).moves()).isEmpty();
    }

    @Test
    void keepsTheOneThatTheDatabaseHasByChecksum() {
        String unread = Checksum.of(text("migrations/002_add_unread.sql")).hex();

        assertThat(run(false, new Renumber.Applied("002", "renamed_since", unread))
                        .moves())
                .containsExactly(new Renumber.Move(
                        "migrations/002_add_pins.sql",
                        "migrations/003_add_pins.sql",
                        "migrations/002_add_unread.sql is applied"));
    }

    @Test
    void keepsTheOneThatTheDatabaseHasByName() {
        assertThat(run(false, new Renumber.Applied("2", "add_unread", null)).moves())
                .extracting(Renumber.Move::from)
                .containsExactly("migrations/002_add_pins.sql");
    }

    @Test
    void movesNeitherWhereARowAgreesWithNeither() {
        Renumber.Outcome plan = run(false, new Renumber.Applied("002", "something_else", "0".repeat(64)));

        assertThat(plan.moves()).isEmpty();
        assertThat(plan.refusals())
                .containsExactly("The database has applied 002 something_else, which is neither of"
                        + " migrations/002_add_pins.sql and migrations/002_add_unread.sql by name or checksum: it"
                        + " is unclear which of them ran.");
    }

    @Test
    void asksTheHistoryOfAnotherToolToo() {
        MigrationFolders folders = MigrationFolders.find(base, List.of(), null);
        Database database = new Database(TestPostgres.of(18).newDatabase(), HistoryTable.DEFAULT);
        try (ServerConnection connection = ServerConnection.open(database.target())) {
            connection.execute("CREATE TABLE schema_migrations (version text PRIMARY KEY, name text)");
            connection.execute("INSERT INTO schema_migrations VALUES ('002', 'add unread')");
        }
        assertThat(run(false, Renumber.applied(folders, database).toArray(Renumber.Applied[]::new))
                        .moves())
                .extracting(Renumber.Move::from)
                .containsExactly("migrations/002_add_pins.sql");

        try (ServerConnection connection = ServerConnection.open(database.target())) {
            connection.execute("UPDATE schema_migrations SET name = NULL");
        }
        assertThat(run(false, Renumber.applied(folders, database).toArray(Renumber.Applied[]::new)))
                .satisfies(plan -> {
                    assertThat(plan.moves()).isEmpty();
                    assertThat(plan.refusals()).hasSize(1);
                });
    }

    @Test
    void asksTheHistoryOfARealDatabase() throws IOException {
        Database database = new Database(TestPostgres.of(18).newDatabase(), HistoryTable.DEFAULT);
        assertThat(Renumber.applied(MigrationFolders.find(base, List.of(), null), database))
                .isEmpty();
        Files.delete(base.resolve("migrations/002_add_pins.sql"));
        try (ServerConnection connection = ServerConnection.open(database.target())) {
            new Migrator(connection, MigratorSettings.defaults("test"), MigratorListener.NONE)
                    .apply(Migrations.read(MigrationFolders.find(base, List.of(), null)));
        }
        write("migrations/002_add_pins.sql", head("add_pins", "002"));

        assertThat(run(
                                false,
                                Renumber.applied(MigrationFolders.find(base, List.of(), null), database)
                                        .toArray(Renumber.Applied[]::new))
                        .moves())
                .extracting(Renumber.Move::from)
                .containsExactly("migrations/002_add_pins.sql");
    }

    @Test
    void refusesToMoveWhatIsApplied() {
        Renumber.Outcome plan = run(
                true, new Renumber.Applied("002", "add_unread", null), new Renumber.Applied("0002", "add_pins", null));

        assertThat(plan.moves()).isEmpty();
        assertThat(plan.refusals())
                .containsExactly("migrations/002_add_unread.sql and migrations/002_add_pins.sql have the same version"
                        + " 002, and the database says that each is applied: an applied migration keeps its version.");
        assertThat(base.resolve("migrations/002_add_unread.sql")).exists();
    }

    @Test
    void movesTheOneThatGitSawLater() throws Exception {
        git("init", "-q");
        git("add", "migrations/001_create_users.sql", "migrations/002_add_unread.sql");
        commit("2026-01-01T00:00:00Z");
        assertThat(run(false).moves())
                .first()
                .isEqualTo(new Renumber.Move(
                        "migrations/002_add_pins.sql",
                        "migrations/003_add_pins.sql",
                        "it is not committed yet, and migrations/002_add_unread.sql is"));

        git("add", "-A");
        commit("2026-01-02T00:00:00Z");
        write("migrations/002_add_unread.sql", "SELECT 'edited';\n");
        git("add", "-A");
        commit("2026-01-03T00:00:00Z");
        assertThat(run(false).moves())
                .first()
                .isEqualTo(new Renumber.Move(
                        "migrations/002_add_pins.sql",
                        "migrations/003_add_pins.sql",
                        "git saw it later than migrations/002_add_unread.sql"));
    }

    @Test
    void movesAllButOneOfThree() {
        write("migrations/2_third_one.sql", "SELECT 1;\n");
        write("migrations/004_other_one.sql", "SELECT 1;\n");

        Renumber.Outcome plan = run(false);

        assertThat(plan.moves())
                .extracting(Renumber.Move::to)
                .containsExactly(
                        "migrations/005_add_unread.sql", "rollback/005_add_unread.sql", "migrations/006_third_one.sql");
        assertThat(plan.notes())
                .containsExactly(
                        "migrations/002_add_unread.sql ran before one other migration and runs after it from now"
                                + " on: mvn migrate:test shows whether any of them depends on it.",
                        "migrations/2_third_one.sql ran before one other migration and runs after it from now on:"
                                + " mvn migrate:test shows whether any of them depends on it.");
    }

    @Test
    void leavesARollbackThatMayBeTheOthersAlone() throws IOException {
        Files.delete(base.resolve("rollback/002_add_unread.sql"));
        write("rollback/002_down.sql", "SELECT 3;\n");

        Renumber.Outcome plan = run(false);

        assertThat(plan.moves()).hasSize(1);
        assertThat(plan.notes())
                .containsExactly("rollback/002_down.sql may be the rollback of migrations/002_add_unread.sql or of"
                        + " the other one: it keeps its name.");
    }

    @Test
    void givesADatedVersionItsDay() throws IOException {
        base = Files.createDirectory(base.resolve("dated"));
        String head = "-- Migration: 20260101_001_%s.sql\n-- Date: 2026-01-01\n\nSELECT '2026-01-01';\n";
        write("migrations/20260101_001_add_a.sql", head.formatted("add_a"));
        write("migrations/20260101_001_add_b.sql", head.formatted("add_b"));

        run(true);

        assertThat(text("migrations/20261121_001_add_b.sql"))
                .isEqualTo("-- Migration: 20261121_001_add_b.sql\n-- Date: 2026-11-21\n\nSELECT '2026-01-01';\n");
    }

    @Test
    void overwritesNothing() {
        write("rollback/003_add_unread.sql", "-- left over\n");

        assertThatThrownBy(() -> run(true))
                .isInstanceOf(FileChange.NotWrittenException.class)
                .hasMessageContaining("003_add_unread.sql already exists");
        assertThat(base.resolve("migrations/002_add_unread.sql")).exists();
        assertThat(text("rollback/003_add_unread.sql")).isEqualTo("-- left over\n");
    }

    private static String head(String name, String version) {
        return "-- Migration: " + name + "\n-- Version: " + version + "\n-- Date: 2025-01-15\n\nSELECT '002';\n";
    }

    private Renumber.Outcome run(boolean write, Renumber.Applied... applied) {
        MigrationFolders folders = MigrationFolders.find(base, List.of(), null);
        return Renumber.run(new Renumber.Request(folders, List.of(applied), write, NOW));
    }

    private void commit(String time) throws Exception {
        git("-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-q", "-m", time, "--date", time);
    }

    private void git(String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("git").directory(base.toFile());
        builder.command().addAll(List.of(arguments));
        if (arguments[arguments.length - 2].equals("--date")) {
            builder.environment().putAll(Map.of("GIT_COMMITTER_DATE", arguments[arguments.length - 1]));
        }
        assertThat(builder.start().waitFor()).isZero();
    }

    private void write(String path, String text) {
        try {
            Files.createDirectories(base.resolve(path).resolveSibling(""));
            Files.writeString(base.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String path) {
        try {
            return Files.readString(base.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
