package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A database that another tool has migrated so far goes on with this one. */
class AdoptionIT {
    @Test
    void adoptsTheHistoryThatFlywayWrote() {
        ConnectionTarget database = Databases.create();
        MavenBuild build = build("baseline-adopts-flyway", database);
        build.run(
                        "flyway:migrate",
                        "-Dflyway.url=" + database.url() + "?sslmode=disable",
                        "-Dflyway.user=" + database.user(),
                        "-Dflyway.password=" + database.passwordOrNull())
                .succeeded();
        String history = "SELECT to_jsonb(h)::text FROM flyway_schema_history h ORDER BY installed_rank";
        List<String> before = ask(database, history);
        assertThat(before).hasSize(2);
        build.write(
                "src/main/resources/db/migration/V2__pages.sql",
                "CREATE TABLE IF NOT EXISTS pages (id bigint PRIMARY KEY);\n");

        build.run("migrate:apply", ApplyScenarios.url(database))
                .failed()
                .says("mvn migrate:baseline -Dmigrate.adopt=public.flyway_schema_history");
        build.run("migrate:baseline", "-Dmigrate.adopt=flyway", ApplyScenarios.url(database))
                .succeeded()
                .says("same text")
                .doesNotSay("other text")
                .says("Nothing was written.");
        build.run("migrate:baseline", "-Dmigrate.adopt=flyway", "-Dmigrate.write", ApplyScenarios.url(database))
                .succeeded()
                .says("2 migrations count as applied from now on");
        assertThat(build.run("migrate:status", ApplyScenarios.url(database))
                        .succeeded()
                        .report("status")
                        .get("migrations")
                        .findValuesAsText("state"))
                .containsExactly("baseline", "baseline", "pending");
        build.run("migrate:apply", ApplyScenarios.url(database), "-Dmigrate.failOn=never")
                .succeeded()
                .says("Applied 1.");

        assertThat(ask(database, history)).isEqualTo(before);
    }

    @Test
    void adoptsTheHistoryOfTheSupabaseCliAndKeepsItTrue() {
        ConnectionTarget database = Databases.create();
        try (ServerConnection connection = ServerConnection.open(database)) {
            // As the CLI makes it and fills it.
            connection.execute("CREATE SCHEMA IF NOT EXISTS supabase_migrations");
            connection.execute(
                    "CREATE TABLE IF NOT EXISTS supabase_migrations.schema_migrations (version text NOT NULL PRIMARY"
                            + " KEY)");
            connection.execute("ALTER TABLE supabase_migrations.schema_migrations"
                    + " ADD COLUMN IF NOT EXISTS statements text[], ADD COLUMN IF NOT EXISTS name text");
            connection.execute("CREATE TABLE books (id bigint PRIMARY KEY)");
            connection.execute("INSERT INTO supabase_migrations.schema_migrations (version, name, statements) VALUES"
                    + " ('20250106093000', 'books', ARRAY['CREATE TABLE books (id bigint PRIMARY KEY)'])");
        }
        MavenBuild build = build("check-names-bad-input", database)
                .write("supabase/migrations/20250106093000_books.sql", "CREATE TABLE books (id bigint PRIMARY KEY);\n")
                .write("supabase/migrations/20250113110000_pages.sql", "CREATE TABLE pages (id bigint PRIMARY KEY);\n");

        build.run("migrate:apply", ApplyScenarios.url(database), "-Dmigrate.failOn=never")
                .failed()
                .says("mvn migrate:baseline -Dmigrate.adopt=supabase_migrations.schema_migrations");
        build.replace("supabase/migrations/20250106093000_books.sql", "bigint", "uuid")
                .run("migrate:baseline", "-Dmigrate.adopt=auto", "-Dmigrate.dryRun", ApplyScenarios.url(database))
                .succeeded()
                .says("supabase/migrations/20250106093000_books.sql:1:24: From here on, the file differs from what");
        build.replace("supabase/migrations/20250106093000_books.sql", "uuid", "bigint")
                .run("migrate:baseline", "-Dmigrate.adopt=auto", "-Dmigrate.write", ApplyScenarios.url(database))
                .succeeded()
                .says("1 migration counts as applied from now on")
                .doesNotSay("is not what");
        build.run("migrate:apply", ApplyScenarios.url(database), "-Dmigrate.failOn=never")
                .succeeded()
                .says("Applied 1.");

        assertThat(ask(
                        database,
                        "SELECT version || ' ' || name || ' ' || statements[1]"
                                + " FROM supabase_migrations.schema_migrations ORDER BY version"))
                .containsExactly(
                        "20250106093000 books CREATE TABLE books (id bigint PRIMARY KEY)",
                        "20250113110000 pages CREATE TABLE pages (id bigint PRIMARY KEY)");
    }

    private static MavenBuild build(String project, ConnectionTarget database) {
        return MavenBuild.of(project)
                .environment("MIGRATE_USER", database.user())
                .environment("MIGRATE_PASSWORD", String.valueOf(database.passwordOrNull()));
    }

    private static List<String> ask(ConnectionTarget database, String query) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            return connection.query(query, row -> row.getString(1));
        }
    }
}
