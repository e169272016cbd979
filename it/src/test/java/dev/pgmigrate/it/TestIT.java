package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class TestIT {
    private static final String PROJECT = "test-finds-what-only-a-server-sees";
    private static final String VIEW = "db/migrations/002_open_accounts.sql";

    @Test
    void findsWhatOnlyAServerSees() {
        MavenBuild build = MavenBuild.of(PROJECT);
        build.run("migrate:check", "-Dmigrate.failOn=error").doesNotSay("operator");

        BuildResult result = build.run("verify").failed();

        JsonNode failure = result.report("test").get("failures").get(0);
        assertThat(failure.get("file").asText()).isEqualTo(VIEW);
        assertThat(failure.get("line").asInt()).isEqualTo(5);
        assertThat(failure.get("column").asInt()).isEqualTo(22);
        assertThat(failure.get("sqlState").asText()).isEqualTo("42883");
        assertThat(failure.get("statement").asText()).startsWith("CREATE OR REPLACE VIEW open_accounts");
        assertThat(result.report("test").get("migrations").findValuesAsText("state"))
                .containsExactly("passed", "failed", "not run");
        result.says("[ERROR] " + VIEW + ":5:22 failed")
                .says("operator does not exist: text > integer.")
                .says("[ERROR]   5 | WHERE (SELECT email) > 5;")
                .says("[ERROR]     |                      ^");
    }

    @Test
    void passesOnTheOldestServerAndOffline() {
        MavenBuild build = MavenBuild.of(PROJECT).replace(VIEW, "WHERE (SELECT email) > 5", "");
        build.run("migrate:test", "-Dmigrate.postgresVersion=14").succeeded();

        build.run("-o", "migrate:test", "-Dmigrate.postgresVersion=14")
                .succeeded()
                .says("3 migrations, 3 passed")
                .says("disposable PostgreSQL 14");
    }

    @Test
    void saysWhatASecondRunAndARollbackDo() {
        MavenBuild build = MavenBuild.of(PROJECT)
                .replace(VIEW, "WHERE (SELECT email) > 5", "")
                .write("db/migrations/004_more.sql", "CREATE TABLE more (id int);\n")
                .write("db/rollback/003_never_reached.sql", "DROP TABLE never_reached;\n")
                .write("db/rollback/004_more.sql", "SELECT 1;\n")
                .write("src/test/migrate/seed/003.sql", "INSERT INTO never_reached VALUES (1);\n");

        BuildResult result =
                build.run("migrate:test", "-Dmigrate.rerun=tracked").failed();

        JsonNode migrations = result.report("test").get("migrations");
        assertThat(migrations.findValuesAsText("secondRun")).containsExactly("same", "same", "same", "error");
        assertThat(migrations.findValuesAsText("rollback")).containsExactly("none", "none", "exact", "differs");
        assertThat(migrations.at("/3/secondRunDetails/sqlState").asText()).isEqualTo("42P07");
        assertThat(migrations.at("/2/rollbackDetails/lost/0/before").asInt()).isEqualTo(1);
        result.says("again same · rollback exact")
                .says("db/rollback/004_more.sql failed")
                .says("The rollback does not restore: table public.more is there.");
        build.write("db/rollback/004_more.sql", "DROP TABLE more;\n")
                .run("migrate:test")
                .failed()
                .says("db/migrations/004_more.sql:1:1 failed")
                .says("A second run fails: relation \"more\" already exists.");
    }

    @Test
    void runsAPreludeFirst() {
        MavenBuild.of(PROJECT)
                .replace(
                        VIEW, "WHERE (SELECT email) > 5", "WHERE id = (SELECT 1 FROM auth.users WHERE id = auth.uid())")
                .write("rename.sql", "CREATE TABLE before_all (id int);\n")
                .write("db/migrations/004_after.sql", "ALTER TABLE before_all ADD COLUMN IF NOT EXISTS more int;\n")
                .run("migrate:test", "-Dmigrate.prelude=supabase,history,rename.sql")
                .succeeded();
    }

    @Test
    void anUnknownPreludeIsAnError() {
        MavenBuild.of(PROJECT)
                .run("migrate:test", "-Dmigrate.prelude=supabas")
                .couldNotRun()
                .says("Did you mean supabase?");
    }

    @Test
    void aServerThatIsNotInTheRepositoryIsAnErrorOffline() {
        MavenBuild build = MavenBuild.of(PROJECT);
        build.run("migrate:check");

        BuildResult offline = build.run("-o", "migrate:test", "-Dmigrate.postgresVersion=17");

        offline.couldNotRun()
                .says("PostgreSQL 17 is not available")
                .says("Maven is offline: run the goal once without -o");
        assertThat(offline.report("report").at("/failures/0/message").asText())
                .as("the newest report is of this run")
                .startsWith("PostgreSQL 17 is not available");
    }

    @Test
    void noNetworkAtTheFirstTestIsAnError() {
        MavenBuild build = MavenBuild.of(PROJECT);
        build.run("migrate:check");

        build.withoutNetwork()
                .run("migrate:test", "-Dmigrate.postgresVersion=16")
                .couldNotRun()
                .says("PostgreSQL 16 is not available")
                .says("Check the network");
    }
}
