package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.lint.FailOn;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.SettingsBuilder;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rewriting keeps what people wrote, ends, and leaves what is applied alone. */
final class FixTest {
    private static final String SHOPS = """
        \uFEFF-- the shops\r
        create table shops (id bigint primary key); -- kept\r
        create policy readers on shops for select using (true);\r
        """;

    @TempDir
    private Path project;

    private Path file;

    @BeforeEach
    void writeAMigrationThatRunsOnlyOnce() throws IOException {
        file = Files.createDirectories(project.resolve("migrations")).resolve("20250101000000_create_shops.sql");
        Files.writeString(file, SHOPS);
    }

    @Test
    void showsFirstAndWritesWhenAsked() throws IOException {
        Fix.Outcome shown = fix(false, null);
        assertThat(shown.changes())
                .extracting(FileChange::file)
                .startsWith(file)
                .hasSize(2);
        assertThat(rollback()).doesNotExist();
        assertThat(Files.readString(file)).isEqualTo(SHOPS);
        fix(true, null);
        String fixed = Files.readString(file);
        assertThat(fixed)
                .startsWith("\uFEFF-- the shops\r\n")
                .containsIgnoringCase("create table if not exists shops (id bigint primary key); -- kept\r\n")
                .containsIgnoringCase("drop policy if exists readers on shops;");
    }

    @Test
    void whatIsShownHidesSecretsBesideARewriteAndWhatIsWrittenKeepsThem() throws IOException {
        String secret = "kq81-Zt4x";
        Files.writeString(file, """
            insert into hooks (id, url) values (1, 'https://bot:%s@hooks.example.com/in') on conflict do nothing;
            create table shops (id bigint primary key);
            """.formatted(secret));
        for (boolean write : List.of(false, true)) {
            List<FileChange> changes = fix(write, null).changes();
            assertThat(changes).noneMatch(change -> change.after().contains(secret));
            assertThat(changes.get(0)).satisfies(change -> {
                assertThat(change.before()).doesNotContain(secret).contains("create table shops");
                assertThat(change.after()).containsIgnoringCase("if not exists shops");
                assertThat(change.before().lines().findFirst())
                        .isEqualTo(change.after().lines().findFirst());
            });
        }
        assertThat(Files.readString(file)).contains(secret).containsIgnoringCase("if not exists shops");
    }

    @Test
    void ifExistsStandsBehindConcurrently() throws IOException {
        Files.writeString(file, "drop index concurrently shops_name, shops_place;\n");
        Files.writeString(file.resolveSibling("20240101000000_create_shops.sql"), """
            create table if not exists shops (id bigint primary key, name text, place text);
            create index if not exists shops_name on shops (name);
            create index if not exists shops_place on shops (place);
            """);
        fix(true, null);
        assertThat(Files.readString(file))
                .containsIgnoringCase("drop index concurrently if exists shops_name, shops_place;");
    }

    @Test
    void aSecondRunChangesNothing() {
        fix(true, null);
        assertThat(fix(true, null).changes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void whatTheDatabaseHasIsLeftAloneAndThatIsSaid(TestPostgres postgres) throws IOException {
        Database database = new Database(postgres.newDatabase(), HistoryTable.DEFAULT);
        assertThat(apply(database).failed()).isFalse();
        Path pending = file.resolveSibling("20250102000000_create_goods.sql");
        Files.writeString(pending, "create table goods (id bigint primary key);\n");

        Fix.Outcome outcome = fix(true, database);

        assertThat(Files.readString(file)).isEqualTo(SHOPS);
        assertThat(Files.readString(pending)).containsIgnoringCase("if not exists");
        assertThat(outcome.changes())
                .extracting(FileChange::path)
                .containsExactly(
                        "migrations/20250102000000_create_goods.sql", "rollback/20250102000000_create_goods.sql");
        assertThat(outcome.result().files())
                .extracting(FileLine::state)
                .containsExactly(FileState.APPLIED, FileState.PENDING);
        assertThat(outcome.result().notes())
                .anyMatch(note -> note.contains("migrations/20250101000000_create_shops.sql (applied, 3 findings)"));
    }

    @Test
    void whatWasChangedAfterItWasAppliedIsLeftAloneToo() throws IOException {
        Database database = new Database(TestPostgres.of(18).newDatabase(), HistoryTable.DEFAULT);
        assertThat(apply(database).failed()).isFalse();
        Files.writeString(file, SHOPS + "create table more (id bigint primary key);\n");

        assertThat(fix(true, database).changes()).isEmpty();
    }

    @Test
    void whereNobodyKnowsWhatIsAppliedNothingIsRewritten() throws IOException {
        Database database = new Database(TestPostgres.of(18).newDatabase(), HistoryTable.DEFAULT);
        try (ServerConnection connection = ServerConnection.open(database.target())) {
            connection.execute("CREATE TABLE shops (id bigint)");
        }

        Fix.Outcome outcome = fix(true, database);

        assertThat(Files.readString(file)).isEqualTo(SHOPS);
        assertThat(outcome.result().failed()).isTrue();
        assertThat(outcome.result().failures())
                .singleElement()
                .extracting(Failure::message)
                .asString()
                .contains("mvn migrate:baseline");
    }

    @Test
    void whatIsOlderThanLintFromIsLeftAlone() throws IOException {
        LintSettings settings = SettingsBuilder.defaults()
                .lintFrom(MigrationVersion.of("20250102000000"))
                .build();
        Fix.Outcome outcome =
                Fix.run(new Fix.Request(folders(), settings, null, true, LocalDateTime.of(2026, 1, 2, 3, 4, 5)));

        assertThat(Files.readString(file)).isEqualTo(SHOPS);
        assertThat(outcome.result().notes()).anyMatch(note -> note.contains("older than lintFrom"));
    }

    @Test
    void aFileThatChangedMeanwhileIsNotOverwritten() throws IOException {
        FileChange change = new FileChange(file, "migrations/x.sql", "what it was", "what it would be");
        assertThatThrownBy(() -> FileChange.write(List.of(change)))
                .isInstanceOf(FileChange.NotWrittenException.class)
                .hasMessageContaining("changed while");
        assertThat(Files.readString(file)).isEqualTo(SHOPS);
    }

    @Test
    void writesARollbackForWhatTheFilesHaveBecome() throws IOException {
        Path second = file.resolveSibling("20250102000000_add_name.sql");
        Files.writeString(second, """
            create or replace view names as select 1 as one, 2 as two;
            create index on shops (id);
            update shops set id = id where id = 12345 and 'secret' = 'kq81-Zt4';
            """);
        Files.writeString(file.resolveSibling("20250101120000_create_view.sql"), """
            create or replace view names as select 1 as one;
            """);

        fix(true, null);

        assertThat(rollback()).content().endsWith("\n\nDROP TABLE IF EXISTS shops;\n");
        assertThat(project.resolve("rollback/20250102000000_add_name.sql"))
                .content()
                .startsWith("-- Rollback: add_name\n-- Version: 20250102000000\n\n-- DECIDE: line ")
                .doesNotContain("kq81")
                .contains("DROP INDEX", "DROP VIEW IF EXISTS names;\ncreate or replace view names as select 1 as one;");
        assertThat(fix(true, null).changes()).isEmpty();
    }

    @Test
    void anIncompleteRollbackGetsTheOldDefinitions() throws IOException {
        Files.writeString(file.resolveSibling("20250102000000_twice.sql"), """
            create or replace function twice(x int) returns int language sql as 'select 2 * x';
            """);
        Files.writeString(file.resolveSibling("20250103000000_thrice.sql"), """
            create or replace function twice(x int) returns int language sql as 'select 3 * x';
            create table if not exists more (id bigint primary key);
            """);
        Path incomplete = project.resolve("rollback/20250103000000_thrice.sql");
        Files.createDirectories(incomplete.resolveSibling(""));
        Files.writeString(incomplete, "drop table if exists more;\n");

        fix(true, null);

        assertThat(incomplete).content().isEqualTo("""
            drop table if exists more;
            create or replace function twice(x int) returns int language sql as 'select 2 * x';
            """);
    }

    @Test
    void aRollbackThatAppearedMeanwhileIsNotOverwritten() throws IOException {
        FileChange change = new FileChange(rollback(), "rollback/x.sql", "", "what it would be");
        Files.createDirectories(rollback().resolveSibling(""));
        Files.writeString(rollback(), "what somebody wrote");

        assertThatThrownBy(() -> FileChange.write(List.of(change)))
                .isInstanceOf(FileChange.NotWrittenException.class)
                .hasMessageContaining("changed while");
        assertThat(rollback()).hasContent("what somebody wrote");
    }

    private Path rollback() {
        return project.resolve("rollback").resolve(file.getFileName());
    }

    private Fix.Outcome fix(boolean write, @Nullable Database databaseOrNull) {
        return Fix.run(new Fix.Request(
                folders(), LintSettings.defaults(), databaseOrNull, write, LocalDateTime.of(2026, 1, 2, 3, 4, 5)));
    }

    private Result apply(Database database) {
        return Apply.run(new Apply.Request(
                folders(),
                SettingsBuilder.defaults().failOn(FailOn.NEVER).build(),
                database,
                MigratorSettings.defaults("test"),
                null,
                MigratorListener.NONE));
    }

    private MigrationFolders folders() {
        return MigrationFolders.find(project, List.of(), null);
    }
}
