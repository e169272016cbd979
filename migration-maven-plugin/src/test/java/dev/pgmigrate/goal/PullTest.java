package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.drift.DriftComparison;
import dev.pgmigrate.drift.Exclusions;
import dev.pgmigrate.drift.IgnorePatterns;
import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Linter;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.rules.RuleCatalog;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.proof.Preludes;
import dev.pgmigrate.scaffold.Known;
import dev.pgmigrate.scaffold.New;
import dev.pgmigrate.scaffold.NewMigrationException;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PullTest {
    private static final String USERS = "CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL);\n";

    /** What a team does in a dashboard. */
    private static final String BY_HAND = """
        CREATE TYPE status AS ENUM ('draft', 'it''s done');
        CREATE TABLE orders (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            "user" bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
            status status NOT NULL DEFAULT 'draft',
            total numeric(10, 2) CHECK (total >= 0),
            twice numeric GENERATED ALWAYS AS (total * 2) STORED);
        CREATE INDEX ON orders ("user");
        ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
        CREATE POLICY own ON orders FOR SELECT USING ("user" = 1);
        COMMENT ON TABLE orders IS 'what users buy';
        ALTER TABLE users ADD COLUMN nick varchar(20) DEFAULT 'x';
        CREATE INDEX users_nick ON users (nick);
        ALTER TABLE users ADD CONSTRAINT nick_is_short CHECK (length(nick) < 10);
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$ BEGIN NEW.nick := 'y'; RETURN NEW; END $$;
        CREATE TRIGGER touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
        CREATE VIEW paid AS SELECT id, total FROM orders WHERE total > 0;
        """;

    @TempDir
    private Path project;

    private MigrationFolders folders;

    @BeforeEach
    void writeFiles() throws IOException {
        Path migrations = Files.createDirectory(project.resolve("migrations"));
        Files.writeString(migrations.resolve("001_users.sql"), USERS);
        Files.createDirectory(project.resolve("rollback"));
        Files.writeString(project.resolve("rollback/001_users.sql"), "DROP TABLE IF EXISTS users;\n");
        folders = MigrationFolders.find(project, List.of(), null);
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void writesWhatTheFilesLack(TestPostgres postgres) throws IOException {
        ConnectionTarget database = database(postgres, USERS + BY_HAND);

        Pull.Outcome outcome = Pull.run(request(postgres, database, false, false));

        assertThat(outcome.result().notes())
                .contains(
                        "Proved on a copy: the files and the new migration make what the database has.",
                        "Proved on a copy: the rollback restores what the files make.",
                        "Wrote migrations/002_take_orders.sql, rollback/002_take_orders.sql,"
                                + " migrations/003_take_orders_index.sql, rollback/003_take_orders_index.sql,"
                                + " migrations/004_take_orders_validate.sql, rollback/004_take_orders_validate.sql.");
        assertThat(outcome.versions()).containsExactly("002", "003", "004");
        assertThat(findings()).isEmpty();
        assertThat(Pull.run(request(postgres, database, false, false)).result().notes())
                .contains("Nothing to pull: the files make what the database has.");
    }

    /** A database of a dashboard, with names that need quotes, and what a team put on the platform's tables. */
    @Test
    void writesEverythingAsTheFirstMigration() throws IOException {
        Files.delete(project.resolve("migrations/001_users.sql"));
        Files.delete(project.resolve("rollback/001_users.sql"));
        ConnectionTarget database = database(
                TestPostgres.of(18),
                Preludes.named("supabase").orElseThrow().source().text() + """
            CREATE SCHEMA "a.b";
            CREATE TABLE "a.b"."or""der" ("the ""id\""" serial PRIMARY KEY, "line
            break" text DEFAULT 'a''b', "select" uuid REFERENCES auth.users (id));
            CREATE POLICY "my files" ON storage.objects FOR SELECT TO authenticated USING (owner = auth.uid());
            CREATE FUNCTION welcome() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER welcome AFTER INSERT ON auth.users FOR EACH ROW EXECUTE FUNCTION welcome();
            """);

        Pull.Outcome outcome = Pull.run(request(TestPostgres.of(18), database, false, true));

        assertThat(outcome.result().notes())
                .contains("Proved on a copy: the files and the new migration make what the database has.");
        String text = Files.readString(project.resolve("migrations/20250102030405_take_orders.sql"));
        assertThat(text)
                .contains("CREATE TABLE IF NOT EXISTS \"a.b\".\"or\"\"der\" (")
                .contains("CREATE POLICY \"my files\" ON storage.objects")
                .contains("CREATE OR REPLACE TRIGGER welcome")
                .doesNotContain("CREATE TABLE IF NOT EXISTS auth.");
        assertThat(findings()).isEmpty();
    }

    @Test
    void leavesOutWhatLosesRowsAndSaysSo() {
        ConnectionTarget database = database(TestPostgres.of(18), "CREATE VIEW one AS SELECT 1 AS n");

        Pull.Outcome outcome = Pull.run(request(TestPostgres.of(18), database, false, false));

        assertThat(outcome.result().notes())
                .contains(
                        "Left out, since it loses the rows of public.users: DROP TABLE IF EXISTS public.users."
                                + " -Dmigrate.write=drops writes it.",
                        "Still different afterwards, to be written by hand: table public.users.",
                        "Proved on a copy: the rollback restores what the files make.");
    }

    @Test
    void takesNoBaselineWhereFilesAre() {
        Pull.Outcome outcome =
                Pull.run(request(TestPostgres.of(18), TestPostgres.of(18).newDatabase(), false, true));

        assertThat(outcome.result().failures().get(0).message())
                .isEqualTo(
                        "The folder has migrations, migrations/001_users.sql and others, and a baseline is the first.");
    }

    @Test
    void overwritesNothing() throws IOException {
        Path theirs = Files.writeString(project.resolve("rollback/002_take_orders.sql"), "-- theirs\n");
        ConnectionTarget database = database(TestPostgres.of(18), USERS + "CREATE VIEW one AS SELECT 1 AS n");

        assertThatThrownBy(() -> Pull.run(request(TestPostgres.of(18), database, false, false)))
                .isInstanceOf(NewMigrationException.class)
                .hasMessageContaining("002_take_orders.sql already exists, and nothing is overwritten");
        assertThat(theirs).content().isEqualTo("-- theirs\n");
        assertThat(project.resolve("migrations")).isDirectoryNotContaining("glob:**002_take_orders*");
    }

    /** Half a file is one aside, which is no migration, and the next pull writes it anew. */
    @Test
    void goesOnWhereAnotherPullWasKilled() throws IOException {
        Path half = Files.writeString(project.resolve("migrations/.002_take_orders.sql.part"), "CREATE OR REPL");
        ConnectionTarget database = database(TestPostgres.of(18), USERS + "CREATE VIEW one AS SELECT 1 AS n");

        assertThat(Migrations.read(folders).all()).hasSize(1);
        assertThat(Pull.run(request(TestPostgres.of(18), database, false, false))
                        .result()
                        .failed())
                .isFalse();
        assertThat(half).doesNotExist();
        assertThat(project.resolve("migrations/002_take_orders.sql")).content().contains("CREATE OR REPLACE VIEW");
    }

    private List<String> findings() {
        return Linter.lint(Migrations.read(folders), LintSettings.defaults(), RuleCatalog.ALL, AppliedVersions.UNKNOWN)
                .findings()
                .stream()
                .filter(finding -> finding.severity().isAtLeast(Severity.WARNING))
                .filter(finding -> !finding.file().contains("001"))
                .map(Finding::toString)
                .toList();
    }

    private Pull.Request request(TestPostgres postgres, ConnectionTarget database, boolean drops, boolean baseline) {
        return new Pull.Request(
                folders,
                new New.Request(
                        project,
                        folders.locations(),
                        null,
                        Path.of(""),
                        "take_orders",
                        "blank",
                        Map.of(),
                        "plain",
                        14,
                        Known.NOTHING,
                        LocalDateTime.of(2025, 1, 2, 3, 4, 5)),
                database,
                null,
                List.of(),
                new DriftComparison(
                        new Exclusions("migrate", "schema_migrations", false), IgnorePatterns.of(List.of())),
                LintSettings.defaults(),
                drops,
                baseline,
                false,
                version -> DisposablePostgres.start(
                        TestPostgres.binaries(postgres.version().major())));
    }

    private static ConnectionTarget database(TestPostgres postgres, String sql) {
        ConnectionTarget database = postgres.newDatabase();
        try (ServerConnection connection = ServerConnection.open(database)) {
            TestPostgres.changeRoles(connection, sql);
        }
        return database;
    }
}
