package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.drift.DriftComparison;
import dev.pgmigrate.drift.Exclusions;
import dev.pgmigrate.drift.IgnorePatterns;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a history cannot know, and what a file of the schema can. */
class DriftLookTest {
    private static final DriftComparison COMPARISON =
            new DriftComparison(new Exclusions("migrate", "schema_migrations", false), IgnorePatterns.of(List.of()));

    @TempDir
    private Path project;

    private MigrationFolders folders() throws IOException {
        Path migrations = Files.createDirectory(project.resolve("migrations"));
        Files.writeString(migrations.resolve("001_users.sql"), "CREATE TABLE users (id bigint PRIMARY KEY);\n");
        Files.writeString(
                migrations.resolve("002_orders.sql"),
                "CREATE TABLE orders (id bigint PRIMARY KEY, owner bigint REFERENCES users (id));\n");
        return MigrationFolders.find(project, List.of(), null);
    }

    /** The history says applied, the table is gone, and the next migration is no drift. */
    @Test
    void doesNotBelieveUpToDate() throws IOException {
        MigrationFolders folders = folders();
        ConnectionTarget target = TestPostgres.of(18).newDatabase();
        Database database = new Database(target, HistoryTable.DEFAULT);
        LintSettings lint = LintSettings.defaults().neverFailing();
        Apply.run(new Apply.Request(
                folders, lint, database, MigratorSettings.defaults("test"), null, MigratorListener.NONE));
        Files.writeString(
                project.resolve("migrations/003_pending.sql"), "CREATE TABLE pending (id bigint PRIMARY KEY);\n");
        DriftLook look = new DriftLook(COMPARISON, List.of(), List.of(), DriftLookTest::start);

        Result before = Status.run(new Status.Request(folders, database, false, look));

        assertThat(before.notes()).last().isEqualTo("Drift: none; the database is what the applied migrations make.");
        try (ServerConnection connection = ServerConnection.open(target)) {
            connection.execute("DROP TABLE orders");
        }
        String line = "Drift: 1 difference from what the applied migrations make. The history says that"
                + " migrations/002_orders.sql is applied, but the table public.orders that it makes is not in the"
                + " database: it was dropped by hand, or the history was told so although the file never ran there."
                + " All of it: mvn migrate:diff";
        assertThat(Status.run(new Status.Request(folders, database, false, look))
                        .notes())
                .last()
                .isEqualTo(line);
        Result check = Check.run(
                new Check.Request(folders, lint, Acceptance.NOTHING, database, false, false, look, new LintMemory()));
        assertThat(check.failures()).extracting(Failure::message).containsExactly(line);
        assertThat(check.failed()).isTrue();
    }

    @Test
    void keepsTheSchemaInAFileAndSaysWhenItIsStale() throws IOException {
        MigrationFolders folders = folders();
        Path file = project.resolve("db/schema.sql");
        SchemaFile.Request request = new SchemaFile.Request(
                folders, file, null, List.of(), COMPARISON, PostgresVersion.NEWEST, DriftLookTest::start);
        Result checked =
                Check.run(new Check.Request(folders, LintSettings.defaults().neverFailing()));
        assertThat(stale(checked, folders, file))
                .containsExactly("The file db/schema.sql is not there. (stale-schema-file)");

        assertThat(SchemaFile.run(request).notes()).containsExactly("Wrote db/schema.sql: 2 statements.");

        assertThat(file).content().endsWith("""
            CREATE TABLE IF NOT EXISTS public.users (
                id bigint NOT NULL,
                CONSTRAINT users_pkey PRIMARY KEY (id)
            );

            CREATE TABLE IF NOT EXISTS public.orders (
                id bigint NOT NULL,
                owner bigint,
                CONSTRAINT orders_pkey PRIMARY KEY (id),
                CONSTRAINT orders_owner_fkey FOREIGN KEY (owner) REFERENCES public.users(id)
            );
            """);
        assertThat(stale(checked, folders, file)).isEmpty();
        assertThat(SchemaFile.run(request).notes()).containsExactly("db/schema.sql is up to date.");
        Files.writeString(file, Files.readString(file) + "-- mine\n");
        assertThat(stale(checked, folders, file))
                .containsExactly("The file db/schema.sql was edited. (stale-schema-file)");
        Files.writeString(project.resolve("migrations/002_orders.sql"), "CREATE TABLE orders (id int PRIMARY KEY);\n");
        assertThat(stale(checked, folders, file))
                .containsExactly("The file db/schema.sql is not of these migrations. (stale-schema-file)");
    }

    private static List<String> stale(Result checked, MigrationFolders folders, Path file) {
        return SchemaFile.judged(checked, folders, file).failures().stream()
                .map(Failure::message)
                .toList();
    }

    private static DisposablePostgres start(PostgresVersion version) {
        return DisposablePostgres.start(TestPostgres.binaries(version.major()));
    }
}
