package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplyIT {
    private static final String PROJECT = "apply-keeps-a-history";

    @Test
    void appliesOnceAndShowsIt() {
        ConnectionTarget database = Databases.create();
        MavenBuild build = build(database);

        build.run("migrate:apply", url(database)).succeeded().says("Applied 2.");
        build.run("migrate:apply", url(database)).succeeded().says("Nothing to apply");

        BuildResult status =
                build.run("migrate:status", "migrate:check", url(database)).succeeded();
        JsonNode migrations = status.report("status").get("migrations");
        assertThat(migrations.findValuesAsText("state")).containsExactly("applied", "applied");
        assertThat(migrations.findValuesAsText("appliedBy")).containsExactly("postgres", "postgres");
        assertThat(migrations.findValuesAsText("age")).containsExactly("recent", "recent");
    }

    @Test
    void aFailureHasItsPlaceAndLeavesWhatWasBefore() {
        ConnectionTarget database = Databases.create();

        BuildResult result = build(database)
                .write(
                        "db/migrations/003_fails.sql",
                        "-- migrate:irreversible reason=\"it fails\"\nCREATE TABLE IF NOT EXISTS half ();\nALTER TABLE accounts DROP CONSTRAINT nix;\n")
                .run("migrate:apply", url(database), "-Dmigrate.failOn=never")
                .failed();

        assertThat(result.report("apply").get("migrations").findValuesAsText("state"))
                .containsExactly("applied", "applied", "failed");
        JsonNode failure = result.report("apply").get("failures").get(0);
        assertThat(failure.get("line").asInt()).isEqualTo(3);
        assertThat(failure.get("sqlState").asText()).isEqualTo("42704");
        try (ServerConnection connection = ServerConnection.open(database)) {
            assertThat(connection.queryOne("SELECT to_regclass('half')::text", row -> String.valueOf(row.getString(1))))
                    .hasValue("null");
        }
    }

    @Test
    void aFindingStopsItBeforeAnythingRuns() {
        ConnectionTarget database = Databases.create();

        build(database)
                .write("db/migrations/003_drop.sql", "DROP TABLE accounts CASCADE;\n")
                .run("migrate:apply", url(database))
                .failed()
                .says("Nothing was applied.");
        try (ServerConnection connection = ServerConnection.open(database)) {
            assertThat(connection.queryOne(
                            "SELECT count(*) FROM pg_namespace WHERE nspname = 'migrate'", row -> row.getInt(1)))
                    .hasValue(0);
        }
    }

    @Test
    void checkFailsOnAFileThatWasChangedAfterItWasApplied() {
        ConnectionTarget database = Databases.create();
        MavenBuild build = build(database);
        build.run("migrate:apply", url(database)).succeeded();

        build.replace("db/migrations/001_accounts.sql", "email text", "email varchar(99)")
                .run("migrate:check", url(database))
                .failed()
                .says("Migration 001 was changed after it was applied.");
    }

    @Test
    void adoptsADatabaseThatWasThereBefore() {
        ConnectionTarget database = Databases.create();
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute("CREATE TABLE accounts (id bigint, email text)");
        }
        MavenBuild build = build(database);
        String command = "-Dmigrate.baselineVersion=002";
        build.run("migrate:apply", url(database)).failed().says("mvn migrate:baseline " + command);

        build.run("migrate:baseline", url(database), command).succeeded();
        build.run("migrate:apply", url(database)).succeeded().says("Nothing to apply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"in the URL", "as a property", "in the environment", "in DATABASE_URL"})
    void nothingThatIsWrittenHoldsThePassword(String where) {
        ConnectionTarget database = Databases.create();
        String password = String.valueOf(database.passwordOrNull());
        String inUrl = database.url().replace("jdbc:postgresql://", "postgres://postgres:" + password + "@")
                + "?sslmode=disable";
        MavenBuild build = MavenBuild.of(PROJECT);
        BuildResult result = switch (where) {
            case "in the URL" -> build.run("-X", "migrate:apply", "-Dmigrate.url=" + inUrl);
            case "as a property" ->
                build.run(
                        "-X",
                        "migrate:apply",
                        url(database),
                        "-Dmigrate.user=postgres",
                        "-Dmigrate.password=" + password);
            case "in the environment" -> build(database).run("-X", "migrate:apply", url(database));
            default -> build.environment("DATABASE_URL", inUrl).run("-X", "migrate:apply");
        };

        result.succeeded().says("Applied 2.");
        assertThat(result.lines().stream()
                        .filter(line -> line.contains(password))
                        // What the invoker was asked to run, it shows before Maven starts.
                        .filter(line -> !line.contains("Executing: "))
                        .toList())
                .isEmpty();
        assertThat(result.report("apply").toString()).doesNotContain(password);
    }

    @Test
    void aBuildDoesNotTouchTheDatabaseOfTheShell() {
        MavenBuild.of(PROJECT)
                .environment("DATABASE_URL", "postgres://localhost:1/x")
                .run("verify")
                .couldNotRun()
                .says("No database is named")
                .says("not used by a goal that the lifecycle runs");
    }

    @Test
    void oneEmbeddedServerServesTheWholeRun() {
        MavenBuild.of(PROJECT)
                .run("migrate:apply", "migrate:status", "-Dmigrate.url=embedded")
                .succeeded()
                .says("Applied 2.")
                .says("PostgreSQL 18");
    }

    @Test
    void aServerThatIsDownIsAnError() {
        MavenBuild.of(PROJECT)
                .run("migrate:status", "-Dmigrate.url=postgres://me:secret@localhost:1/x")
                .couldNotRun()
                .says("No server answers at jdbc:postgresql://localhost:1/x")
                .doesNotSay("secret@");
    }

    private static MavenBuild build(ConnectionTarget database) {
        return MavenBuild.of(PROJECT)
                .environment("MIGRATE_USER", "postgres")
                .environment("MIGRATE_PASSWORD", String.valueOf(database.passwordOrNull()));
    }

    private static String url(ConnectionTarget database) {
        return "-Dmigrate.url=" + database.url() + "?sslmode=disable";
    }
}
