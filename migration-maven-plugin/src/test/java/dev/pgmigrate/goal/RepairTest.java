package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.repair.RepairWish;
import dev.pgmigrate.apply.run.Migrator;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.migration.Git;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RepairTest {
    private static final RepairWish FOUND = new RepairWish(List.of(), false, List.of(), List.of(), false);
    private static final RepairWish REMOVING = new RepairWish(List.of(), true, List.of(), List.of(), false);

    @TempDir
    private Path project;

    private ConnectionTarget target = TestPostgres.of(18).newDatabase();

    @BeforeEach
    void writeMigrations() throws IOException {
        Files.createDirectories(project.resolve("migrations"));
        write("001_a.sql", "CREATE TABLE a (id int);");
        write("002_b.sql", "CREATE TABLE b (id int);");
        write("003_c.sql", "CREATE TABLE c (id int);");
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void acceptsAChangedFileOnceToldToAndWhy(TestPostgres postgres) throws Exception {
        target = postgres.newDatabase();
        apply();
        write("002_b.sql", "CREATE TABLE b (id int8);");

        Result shown = repair(FOUND, "why", false);
        assertThat(shown.failed()).isFalse();
        assertThat(shown.notes())
                .anyMatch(note -> note.startsWith("002: changed checksum accepted, "))
                .anyMatch(note -> note.startsWith("Nothing was written."));
        assertThat(states()).contains("002 CHANGED");

        Result unexplained = repair(FOUND, " ", true);
        assertThat(unexplained.failures())
                .extracting(Failure::message)
                .containsExactly("A repair is recorded with its reason, but none is given.");
        assertThat(states()).contains("002 CHANGED");

        Result written = repair(FOUND, "the type was wrong; it's ours", true);
        assertThat(written.failed()).isFalse();
        assertThat(written.notes()).contains("Repaired 1.");
        assertThat(states()).containsExactly("001 APPLIED", "002 APPLIED", "003 APPLIED");
        assertThat(ask("SELECT version || outcome || happened_by || regexp_replace(detail, '[0-9a-f]{64}', 'x', 'g')"
                        + " FROM migrate.migration_events WHERE kind = 'repair'"))
                .isEqualTo("002succeededpostgreschanged checksum accepted, x instead of x; reason: the type was wrong;"
                        + " it's ours");
        assertThat(repair(FOUND, "again", true).notes()).containsExactly("Nothing to repair.");
    }

    @Test
    void restoresAMissingFileFromGitWithTheTextThatWasApplied() throws Exception {
        git("init", "-q");
        commit("first");
        apply();
        Files.delete(project.resolve("migrations/002_b.sql"));
        commit("second");
        write("002_b.sql", "CREATE TABLE other ();");
        commit("third");
        Files.delete(project.resolve("migrations/002_b.sql"));

        assertThat(repair(FOUND, "", false).notes()).contains("002: file 002_b.sql restored from git.");
        assertThat(repair(FOUND, "deleted by mistake", true).failed()).isFalse();

        assertThat(project.resolve("migrations/002_b.sql")).content().isEqualTo("CREATE TABLE b (id int);");
        assertThat(states()).containsExactly("001 APPLIED", "002 APPLIED", "003 APPLIED");
    }

    @Test
    void removesTheRowOfAFileThatIsGoneForGood() throws Exception {
        apply();
        Files.delete(project.resolve("migrations/002_b.sql"));

        assertThat(repair(FOUND, "why", true).failures()).singleElement().satisfies(failure -> {
            assertThat(failure.message()).startsWith("The file of migration 002 is gone, and git has no file");
            assertThat(failure.advice()).contains("-Dmigrate.missing=remove");
        });
        assertThat(repair(REMOVING, "squashed", true).failed()).isFalse();

        assertThat(states()).containsExactly("001 APPLIED", "003 APPLIED");
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void clearsAFailedAttemptOnceItsLeftoversAreGone(TestPostgres postgres) throws Exception {
        target = postgres.newDatabase();
        write("004_d.sql", "-- migrate:transaction off\nCREATE TABLE d (id int);\nCREATE INDEX i ON nix (id);");
        applyAll();
        assertThat(states()).contains("004 FAILED");

        assertThat(repair(FOUND, "why", true).failures())
                .extracting(Failure::message)
                .containsExactly("Migration 004 is not cleaned up: table d is there.");
        run("DROP TABLE d");
        assertThat(repair(FOUND, "dropped it", true).failed()).isFalse();

        assertThat(states()).contains("004 PENDING");
        assertThat(ask("SELECT count(*)::text FROM migrate.migration_statements"))
                .isEqualTo("0");
    }

    @Test
    void clearsAFailedAttemptThatWasRolledBack() throws Exception {
        write("004_d.sql", "CREATE TABLE d (id int); SELECT nix;");
        applyAll();
        run("CREATE TABLE d ()");

        assertThat(repair(FOUND, "given up", true).failed()).isFalse();
        assertThat(states()).contains("004 PENDING");
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void marksAsAppliedWhatTheCatalogShows(TestPostgres postgres) throws Exception {
        target = postgres.newDatabase();
        apply();
        write(
                "004_d.sql",
                "CREATE TABLE d (id int); ALTER TABLE a ADD COLUMN note text; CREATE INDEX d_id ON public.d (id);"
                        + "DROP TABLE b;");

        assertThat(repair(applied("004"), "why", true).failures())
                .extracting(Failure::message)
                .containsExactly(
                        "Migration 004 does not look applied: table d is not there, column a.note is not there,"
                                + " index public.d_id is not there, table b is there.");
        run("CREATE TABLE d (id int); ALTER TABLE a ADD note text; CREATE INDEX d_id ON d (id); DROP TABLE b");

        assertThat(repair(applied("004"), "ran in the dashboard", true).failed())
                .isFalse();
        assertThat(states()).contains("004 APPLIED");
        assertThat(ask("SELECT detail FROM migrate.migration_events WHERE kind = 'repair'"))
                .isEqualTo("marked as applied; the catalog shows: table d is there, column a.note is there, index"
                        + " public.d_id is there, table b is not there; reason: ran in the dashboard");
        assertThat(repair(applied("4"), "again", true).failures())
                .extracting(Failure::message)
                .containsExactly("Migration 4 is applied already.");
    }

    @Test
    void takesAWordForItOnlyWhereOneInsists() throws Exception {
        apply();
        write("004_d.sql", "UPDATE a SET id = 1;");

        assertThat(repair(applied("004"), "why", true).failures())
                .singleElement()
                .satisfies(failure -> {
                    assertThat(failure.message()).isEqualTo("Nothing in the database shows whether migration 004 ran.");
                    assertThat(failure.advice()).contains("-Dmigrate.force");
                });
        RepairWish forced = new RepairWish(List.of(), false, List.of("004"), List.of(), true);
        assertThat(repair(forced, "I saw it", true).failed()).isFalse();
        assertThat(states()).contains("004 APPLIED");
    }

    @Test
    void marksAsRevertedWhatIsGone() throws Exception {
        apply();
        RepairWish wish = new RepairWish(List.of(), false, List.of(), List.of("3"), false);

        assertThat(repair(wish, "why", true).failures())
                .extracting(Failure::message)
                .containsExactly("Migration 3 does not look undone: table c is there.");
        run("DROP TABLE c");
        assertThat(repair(wish, "dropped by hand", true).failed()).isFalse();

        assertThat(states()).contains("003 REVERTED");
        apply();
        assertThat(states()).contains("003 APPLIED");
    }

    @Test
    void followsAFileThatWasRenumbered() throws Exception {
        git("init", "-q");
        write("003_c.sql", "-- Version: 003\nCREATE TABLE c (id int);");
        commit("first");
        apply();
        Files.move(project.resolve("migrations/002_b.sql"), project.resolve("migrations/005_b.sql"));
        Files.delete(project.resolve("migrations/003_c.sql"));
        write("004_c.sql", "-- Version: 004\nCREATE TABLE c (id int);");

        Result result = repair(FOUND, "two branches", true);

        assertThat(result.notes())
                .contains("002: renumbered from 002 to 005.", "003: renumbered from 003 to 004.", "Repaired 2.");
        assertThat(states()).containsExactly("001 APPLIED", "004 APPLIED", "005 APPLIED");
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void bringsTheSupabaseTableInLine(TestPostgres postgres) throws Exception {
        target = postgres.newDatabase();
        apply();
        run(
                "CREATE SCHEMA supabase_migrations; CREATE TABLE supabase_migrations.schema_migrations"
                        + " (version text PRIMARY KEY, statements text[], name text);"
                        + "INSERT INTO supabase_migrations.schema_migrations VALUES ('001', NULL, NULL), ('003', NULL, NULL), ('004', NULL, 'd')");
        write("004_d.sql", "CREATE TABLE d ();");
        run("CREATE TABLE d ()");

        Result result = repair(FOUND, "pushed by the CLI", true);

        assertThat(result.notes())
                .contains("supabase_migrations.schema_migrations is brought in line as well, as by: supabase migration"
                        + " repair --status applied 004; supabase migration repair --status applied 002.");
        assertThat(states()).containsExactly("001 APPLIED", "002 APPLIED", "003 APPLIED", "004 APPLIED");
        assertThat(ask("SELECT string_agg(version || coalesce(name, ''), ' ' ORDER BY version)"
                        + " FROM supabase_migrations.schema_migrations"))
                .isEqualTo("001 002b 003 004d");

        Files.delete(project.resolve("migrations/004_d.sql"));
        RepairWish removing = new RepairWish(List.of("004"), true, List.of(), List.of(), false);
        assertThat(repair(removing, "not wanted", true).notes())
                .anyMatch(note -> note.endsWith("supabase migration repair --status reverted 004."));
        assertThat(ask("SELECT string_agg(version, ' ' ORDER BY version) FROM supabase_migrations.schema_migrations"))
                .isEqualTo("001 002 003");
    }

    @Test
    void repairsOnlyTheVersionsThatAreNamed() throws Exception {
        apply();
        write("001_a.sql", "CREATE TABLE a (id int8);");
        write("002_b.sql", "CREATE TABLE b (id int8);");

        RepairWish one = new RepairWish(List.of("2"), false, List.of(), List.of(), false);
        assertThat(repair(one, "only this", true).failed()).isFalse();

        assertThat(states()).containsExactly("001 CHANGED", "002 APPLIED", "003 APPLIED");
    }

    @Test
    void saysInASentenceWhatIsNoVersion() throws Exception {
        apply();
        assertThat(repair(applied("009"), "why", true).failures())
                .extracting(Failure::message)
                .containsExactly("No migration has the version 009.");
        assertThat(repair(new RepairWish(List.of(), false, List.of(), List.of("x'"), false), "why", true)
                        .failures())
                .extracting(Failure::message)
                .containsExactly("Version x' is not applied.");
        assertThat(repair(new RepairWish(List.of("008"), false, List.of(), List.of(), false), "why", true)
                        .failures())
                .extracting(Failure::message)
                .containsExactly("No file and no row has the version 008.");
    }

    /** What cannot be read has no checksum that could be accepted, and no statements that the catalog could show. */
    @Test
    void refusesAFileThatIsNotUtf8() throws Exception {
        apply();
        byte[] latin1 = "CREATE TABLE b (id int); -- \u00e4".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(project.resolve("migrations/002_b.sql"), latin1);
        Files.write(project.resolve("migrations/004_d.sql"), latin1);

        for (RepairWish wish : List.of(FOUND, REMOVING, applied("004"))) {
            assertThat(repair(wish, "why", true).failures())
                    .extracting(failure -> failure.place() + " " + failure.message())
                    .containsExactly(
                            "migrations/002_b.sql:1:29 The file is not UTF-8: byte 0xE4 at offset 28 does not belong there.",
                            "migrations/004_d.sql:1:29 The file is not UTF-8: byte 0xE4 at offset 28 does not belong there.");
        }
        assertThat(ask("SELECT count(*)::text FROM migrate.migration_events WHERE kind = 'repair'"))
                .isEqualTo("0");
    }

    @Test
    void repairsAllOrNothing() throws Exception {
        apply();
        write("001_a.sql", "CREATE TABLE a (id int8);");
        run("CREATE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.version = '002' THEN RAISE"
                + " 'no'; END IF; RETURN NEW; END $$;CREATE TRIGGER t BEFORE INSERT ON migrate.migration_events FOR"
                + " EACH ROW EXECUTE FUNCTION fails()");
        write("002_b.sql", "CREATE TABLE b (id int8);");

        assertThat(catchThrowable(() -> repair(FOUND, "why", true))).hasMessageContaining("no");

        run("DROP TRIGGER t ON migrate.migration_events");
        assertThat(states()).containsExactly("001 CHANGED", "002 CHANGED", "003 APPLIED");
        assertThat(ask("SELECT count(*)::text FROM migrate.migration_events WHERE kind = 'repair'"))
                .isEqualTo("0");
    }

    private static RepairWish applied(String version) {
        return new RepairWish(List.of(), false, List.of(version), List.of(), false);
    }

    private Result repair(RepairWish wish, @Nullable String reason, boolean write) {
        return Repair.run(new Repair.Request(
                folders(), database(), MigratorSettings.defaults("test"), wish, reason, write, (holder, waited) -> {}));
    }

    private List<String> states() {
        return Status.run(new Status.Request(folders(), database(), false)).files().stream()
                .map(file -> file.version() + " " + file.state())
                .toList();
    }

    private MigrationFolders folders() {
        return MigrationFolders.find(project, List.of(project.resolve("migrations")), null);
    }

    private Database database() {
        return new Database(target, HistoryTable.DEFAULT);
    }

    private void apply() {
        assertThat(applyAll()).isTrue();
    }

    private boolean applyAll() {
        try (ServerConnection worker = ServerConnection.open(target)) {
            return new Migrator(worker, MigratorSettings.defaults("test"), MigratorListener.NONE)
                    .apply(Migrations.read(folders()))
                    .failure()
                    .isEmpty();
        }
    }

    private void run(String sql) {
        try (ServerConnection connection = ServerConnection.open(target)) {
            connection.execute(sql);
        }
    }

    private String ask(String sql) {
        try (ServerConnection connection = ServerConnection.open(target)) {
            return connection.queryOne(sql, row -> row.getString(1)).orElseThrow();
        }
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(project.resolve("migrations").resolve(name), sql);
    }

    private void commit(String message) {
        git("add", "-A");
        git("-c", "user.name=test", "-c", "user.email=test@localhost", "commit", "-q", "-m", message);
    }

    private void git(String... arguments) {
        assertThat(Git.ask(project, arguments)).as(String.join(" ", arguments)).isPresent();
    }
}
