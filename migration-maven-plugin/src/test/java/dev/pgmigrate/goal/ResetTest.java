package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.drift.Exclusions;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.proof.Preludes;
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

class ResetTest {
    private static final String THERE = """
        CREATE EXTENSION citext;
        CREATE SCHEMA "Old. one";
        CREATE TYPE "Old. one".mood AS ENUM ('ok');
        CREATE TABLE "Old. one"."a ""b\"""  (id serial PRIMARY KEY, mood "Old. one".mood, name citext);
        CREATE VIEW seen AS SELECT * FROM "Old. one"."a ""b\""";
        CREATE FUNCTION noop(int) RETURNS int LANGUAGE sql AS 'SELECT $1';
        CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int);
        CREATE TABLE users (id bigint PRIMARY KEY);
        CREATE PUBLICATION everything FOR ALL TABLES;
        """;

    @TempDir
    private Path project;

    private final List<String> announced = new ArrayList<>();
    private MigrationFolders folders;

    @BeforeEach
    void writeFiles() throws IOException {
        Path migrations = Files.createDirectory(project.resolve("migrations"));
        Files.writeString(
                migrations.resolve("001_users.sql"), "CREATE TABLE users (id bigint PRIMARY KEY, email text);\n");
        folders = MigrationFolders.find(project, List.of(), null);
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void replacesWhatIsThereByWhatTheFilesMake(TestPostgres postgres) {
        ConnectionTarget database = database(postgres, THERE + "INSERT INTO users VALUES (1)");

        Result refused = Reset.run(request(database, false));

        assertThat(refused.failures())
                .extracting(Failure::message)
                .containsExactly("The database holds rows, in public.users. Nothing was dropped.");
        assertThat(ask(database, "SELECT to_regclass('seen') IS NOT NULL")).isTrue();
        assertThat(announced.get(0))
                .endsWith(
                        " drops 1 × enum, 1 × sequence, 2 × table, 1 × view, 1 × function, 1 × aggregate, 1 × publication;"
                                + " there are rows in public.users.");

        for (int run = 0; run < 2; run++) {
            Result result = Reset.run(request(database, true));

            assertThat(result.failures()).isEmpty();
            assertThat(result.goal()).isEqualTo("reset");
            assertThat(result.notes()).contains("Applied 1.", "Seeded from seed.sql.");
            assertThat(ask(
                            database,
                            "SELECT to_regnamespace('\"Old. one\"') IS NULL AND to_regclass('seen') IS NULL"
                                    + " AND NOT EXISTS (SELECT FROM pg_publication)"
                                    + " AND to_regprocedure('noop(int)') IS NULL"
                                    + " AND to_regtype('citext') IS NOT NULL"
                                    + " AND (SELECT array_agg(email) FROM users) = ARRAY['a']"))
                    .isTrue();
        }
    }

    @Test
    void leavesThePlatformAsItIs() {
        ConnectionTarget database = database(
                TestPostgres.of(18),
                Preludes.named("supabase").orElseThrow().source().text()
                        + "CREATE POLICY mine ON storage.objects FOR SELECT USING (true);\n"
                        + "INSERT INTO supabase_migrations.schema_migrations (version) VALUES ('001');\n");

        Result result = Reset.run(request(database, false));

        assertThat(result.failures()).isEmpty();
        assertThat(ask(
                        database,
                        "SELECT to_regclass('auth.users') IS NOT NULL AND to_regclass('public.users') IS NOT NULL"
                                + " AND NOT EXISTS (SELECT FROM pg_policy WHERE polname = 'mine')"
                                + " AND (SELECT count(*) FROM supabase_migrations.schema_migrations) = 1"))
                .isTrue();
    }

    @Test
    void saysWhichSeedFails() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        SqlFile seed = SqlFile.of(project.resolve("seed.sql"), "seed.sql", "\nINSERT INTO users VALUES ('x');\n");

        Result result = Reset.run(new Reset.Request(
                folders,
                new Database(database, HistoryTable.DEFAULT),
                MigratorSettings.defaults("test"),
                LintSettings.defaults(),
                new Exclusions("migrate", "schema_migrations", false),
                true,
                List.of(seed),
                announced::add,
                MigratorListener.NONE));

        assertThat(result.failures()).extracting(Failure::place).containsExactly("seed.sql:2:27");
    }

    private Reset.Request request(ConnectionTarget database, boolean rowsMayGo) {
        SqlFile seed =
                SqlFile.of(project.resolve("seed.sql"), "seed.sql", "INSERT INTO public.users VALUES (1, 'a');\n");
        return new Reset.Request(
                folders,
                new Database(database, HistoryTable.DEFAULT),
                MigratorSettings.defaults("test"),
                LintSettings.defaults(),
                new Exclusions("migrate", "schema_migrations", false),
                rowsMayGo,
                List.of(seed),
                announced::add,
                MigratorListener.NONE);
    }

    private static boolean ask(ConnectionTarget database, String question) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            return connection.ask(question);
        }
    }

    private static ConnectionTarget database(TestPostgres postgres, String sql) {
        ConnectionTarget database = postgres.newDatabase();
        try (ServerConnection connection = ServerConnection.open(database)) {
            TestPostgres.changeRoles(connection, sql);
        }
        return database;
    }
}
