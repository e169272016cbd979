package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** On the newest server that the build has, and what needs no more than one. */
class ApplyIT extends ApplyScenarios {
    @Override
    ConnectionTarget database() {
        return Databases.create();
    }

    @Override
    int buildsAtOnce() {
        return 8;
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
    void aBuildDoesNotTouchTheDatabaseOfTheShell() {
        MavenBuild.of(PROJECT)
                .environment("DATABASE_URL", "postgres://localhost:1/x")
                .run("verify")
                .couldNotRun()
                .says("No database is configured")
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

    @Test
    void aDryRunWritesTheSqlAndChangesNothing() throws IOException, InterruptedException {
        ConnectionTarget database = database();
        MavenBuild build = build(database);
        BuildResult result = build.run("migrate:apply", url(database), "-Dmigrate.dryRun")
                .succeeded()
                .says("CREATE TABLE")
                .says("Dry run: nothing was applied.");
        Path script = result.folder().resolve("target/migrate/apply.sql");
        assertThat(script).content().contains("-- db/migrations/001_accounts.sql", "BEGIN;", "COMMIT;");
        build.run("migrate:apply", url(database), "-Dmigrate.dryRun")
                .succeeded(); // and not "the database is not empty"

        if (Files.isExecutable(Path.of("/usr/bin/psql"))) {
            ProcessBuilder psql = new ProcessBuilder(
                    "/usr/bin/psql",
                    "-X",
                    "-q",
                    "-v",
                    "ON_ERROR_STOP=1",
                    "-f",
                    script.toString(),
                    database.url().substring("jdbc:".length()));
            psql.environment().put("PGUSER", database.user());
            psql.environment().put("PGPASSWORD", String.valueOf(database.passwordOrNull()));
            assertThat(psql.inheritIO().start().waitFor()).isZero();
            build.run("migrate:apply", url(database)).succeeded().says("Nothing to apply");
        }
    }
}
