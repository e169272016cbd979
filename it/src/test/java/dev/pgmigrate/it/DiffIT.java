package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import org.junit.jupiter.api.Test;

class DiffIT {
    /** The history says applied, and the table is not there. */
    @Test
    void saysWhatTheHistoryCannotKnow() {
        ConnectionTarget database = Databases.create();
        MavenBuild build = ApplyScenarios.build(database);
        build.run("migrate:apply", ApplyScenarios.url(database)).succeeded();
        build.run("migrate:diff", ApplyScenarios.url(database)).succeeded().says("No difference.");
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute("DROP TABLE accounts; CREATE TABLE by_hand (id int PRIMARY KEY)");
        }
        build.run("migrate:status", ApplyScenarios.url(database)).succeeded();

        BuildResult result =
                build.run("migrate:diff", ApplyScenarios.url(database)).failed();

        result.says(
                        "The history says that db/migrations/001_accounts.sql is applied, but the table public.accounts that"
                                + " it makes is not in the database")
                .says("- table accounts")
                .says("- sequence accounts_id_seq")
                .says("+ table by_hand")
                .says("There are 3 differences between the files and ");
        JsonNode missing = result.report("diff").get("differences").get(0);
        assertThat(missing.get("kind").asText()).isEqualTo("table");
        assertThat(missing.get("name").asText()).isEqualTo("accounts");
        assertThat(missing.get("state").asText()).isEqualTo("missing");
    }

    @Test
    void comparesFilesWithNothingAndDoesNotFail() {
        MavenBuild.of(ApplyScenarios.PROJECT)
                .run("migrate:diff", "-Dmigrate.from=empty", "-Dmigrate.to=files")
                .succeeded()
                .says("+ table accounts");
    }

    @Test
    void saysWhichSidesItTakes() {
        MavenBuild.of(ApplyScenarios.PROJECT)
                .run("migrate:diff", "-Dmigrate.from=nothing", "-Dmigrate.to=files")
                .couldNotRun()
                .says("The parameter from is \"nothing\"; it takes files, files@<git reference>, empty, database, or"
                        + " the URL");
    }
}
