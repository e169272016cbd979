package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryException;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.report.JsonReport;
import dev.pgmigrate.report.JunitReport;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Applying to a copy of production, and what it tells. */
class RehearsalTest {
    @TempDir
    private Path project;

    private final List<String> announced = new ArrayList<>();

    @BeforeEach
    void users() throws IOException {
        write(
                "001_users.sql",
                "CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE other (id int);\n");
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void whatIsPendingRunsForRealAndTellsItsLocksAndRows(TestPostgres postgres) throws IOException {
        ConnectionTarget copy = postgres.newDatabase();
        apply(copy);
        execute(copy, "INSERT INTO users SELECT i, NULL FROM generate_series(1, 10) AS i");
        write("002_emails.sql", """
                DELETE FROM users WHERE id > 7;
                UPDATE users SET email = 'unknown' WHERE email IS NULL;
                ALTER TABLE users ALTER COLUMN email SET NOT NULL;
                CREATE TABLE addresses (id bigint PRIMARY KEY);
                """);
        write("003_index.sql", "CREATE INDEX CONCURRENTLY users_email ON users (email);\n");

        Result result = rehearse(copy);

        assertThat(result.failures()).isEmpty();
        assertThat(announced)
                .containsExactly("REHEARSAL on " + copy
                        + ": 2 migrations run there for real and stay applied; nothing else is changed.");
        assertThat(result.notes()).containsAll(announced);
        ProofLine emails = result.files().get(1).proof().orElseThrow();
        assertThat(emails.rows())
                .containsExactly(new RowCount("public.addresses", null, 0L), new RowCount("public.users", 10L, 7L));
        assertThat(emails.locks())
                .filteredOn(lock -> lock.line() == 3)
                .singleElement()
                .satisfies(lock -> {
                    assertThat(lock.table()).isEqualTo("public.users");
                    assertThat(lock.mode()).isEqualTo("ACCESS EXCLUSIVE");
                    assertThat(lock.predicted()).isEqualTo("ACCESS EXCLUSIVE");
                    assertThat(lock.scans()).isTrue();
                });
        assertThat(result.files().get(2).proof().orElseThrow().unproved())
                .containsExactly("Its locks were not observed, since it runs in no transaction.");
        assertThat(JsonReport.of(result).text()).contains("\"rows\"", "\"before\" : 10", "\"after\" : 7");
        assertThat(JunitReport.of(result).text())
                .contains(announced)
                .contains(
                        "public.users before: 10 rows, after: 7 rows",
                        "public.addresses before: not there, after: 0 rows")
                .containsPattern("Line 3: public.users ACCESS EXCLUSIVE for \\d+ ms, predicted ACCESS EXCLUSIVE");
        assertThat(Status.run(new Status.Request(folders(), new Database(copy, HistoryTable.DEFAULT), false, null))
                        .files())
                .extracting(FileLine::state)
                .containsOnly(FileState.APPLIED);
    }

    @Test
    void aMigrationThatFailsThereLeavesNothingAndSaysWhere() throws IOException {
        ConnectionTarget copy = TestPostgres.of(18).newDatabase();
        apply(copy);
        execute(copy, "INSERT INTO users VALUES (1, 'a'), (2, 'a')");
        write("002_unique.sql", "ALTER TABLE users ADD COLUMN x int;\nALTER TABLE users ADD UNIQUE (email);\n");

        Result result = rehearse(copy);

        assertThat(result.failures()).extracting(Failure::place).containsExactly("migrations/002_unique.sql:2:1");
        execute(copy, "ALTER TABLE users ADD COLUMN x int");
    }

    @Test
    void aHistoryThatDoesNotFitIsRefused() throws IOException {
        ConnectionTarget changed = TestPostgres.of(18).newDatabase();
        apply(changed);
        write("001_users.sql", "CREATE TABLE users (id int PRIMARY KEY);\n");
        write("002_b.sql", "CREATE TABLE b (id int);\n");

        Result result = rehearse(changed);

        assertThat(result.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.place()).startsWith("migrations/001_users.sql");
            assertThat(failure.message()).contains("changed");
        });
        assertThat(result.notes()).containsExactly("Nothing was rehearsed.");
        assertThat(announced).isEmpty();
        execute(changed, "CREATE TABLE b ()"); // it is not there
    }

    @Test
    void aHistoryThatIsAheadOfTheFilesIsRefused() throws IOException {
        ConnectionTarget copy = TestPostgres.of(18).newDatabase();
        write("002_b.sql", "CREATE TABLE b (id int);\n");
        apply(copy);
        Files.delete(project.resolve("migrations/002_b.sql"));
        write("003_c.sql", "CREATE TABLE c (id int);\n");

        Result result = rehearse(copy);

        assertThat(result.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.message()).contains("2", "b"));
        assertThat(announced).isEmpty();
        execute(copy, "CREATE TABLE c ()"); // it is not there
    }

    @Test
    void aRoleThatMayNotReadTheHistoryIsToldWhatItLacks() throws IOException {
        ConnectionTarget copy = TestPostgres.of(18).newDatabase();
        apply(copy);
        write("002_b.sql", "CREATE TABLE b (id int);\n");
        execute(copy, "CREATE ROLE rehearsal_without_rights LOGIN PASSWORD 'secret'");
        ConnectionTarget powerless =
                new ConnectionTarget(copy.url(), "rehearsal_without_rights", "secret", copy.parameters());

        assertThatThrownBy(() -> rehearse(powerless))
                .isInstanceOfSatisfying(
                        HistoryException.class, e -> assertThat(e.grants()).isNotEmpty());
        assertThat(announced).isEmpty();
    }

    @Test
    void aDatabaseWithoutAHistoryIsNoCopyOfProduction() {
        ConnectionTarget empty = TestPostgres.of(18).newDatabase();

        assertThat(rehearse(empty).failures())
                .extracting(Failure::message)
                .containsExactly(empty + " has no history of migrations, so it is no copy of production.");
        execute(empty, "CREATE TABLE users (id int)");
        assertThat(rehearse(empty).failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.message())
                        .startsWith("The database is not empty and has no history of this tool"));
        assertThat(announced).isEmpty();
    }

    private Result rehearse(ConnectionTarget copy) {
        return Rehearsal.run(new Rehearsal.Request(
                folders(),
                new Database(copy, HistoryTable.DEFAULT),
                MigratorSettings.defaults("test"),
                announced::add,
                MigratorListener.NONE));
    }

    private void apply(ConnectionTarget database) {
        Result applied = Apply.run(new Apply.Request(
                folders(),
                LintSettings.defaults().neverFailing(),
                new Database(database, HistoryTable.DEFAULT),
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
