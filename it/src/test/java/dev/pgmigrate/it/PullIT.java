package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class PullIT {
    /** The files stay the truth: what was made by hand becomes one of them, and the database has it already. */
    @Test
    void bringsBackWhatWasMadeByHand() {
        ConnectionTarget remote = Databases.create();
        MavenBuild build = ApplyScenarios.build(remote);
        String url = ApplyScenarios.url(remote);
        build.run("migrate:apply", url).succeeded();
        try (ServerConnection connection = ServerConnection.open(remote)) {
            connection.execute("CREATE TABLE by_hand (id bigint PRIMARY KEY, note text NOT NULL)");
        }
        build.run("migrate:diff", url).failed().says("+ table by_hand");

        build.run("migrate:pull", "-Dname=keep_by_hand", "-Dmigrate.write", url)
                .succeeded()
                .says("Proved on a copy: the files and the new migration make what the database has.")
                .says("The history of the database has it as applied.");

        assertThat(build.folder().resolve("db/migrations/003_keep_by_hand.sql")).exists();
        build.run("migrate:check", url).succeeded();
        build.run("migrate:apply", url).succeeded().says("Nothing to apply");
        build.run("migrate:diff", url).succeeded().says("No difference.");
    }

    /** A database from a dashboard: there are no files yet, and no history. */
    @Test
    void startsWithWhatADatabaseHas() throws Exception {
        ConnectionTarget remote = Databases.create();
        try (ServerConnection connection = ServerConnection.open(remote)) {
            connection.execute("CREATE TABLE made (id bigint PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())");
        }
        MavenBuild build = ApplyScenarios.build(remote);
        String url = ApplyScenarios.url(remote);
        for (String file : new String[] {"001_accounts.sql", "002_index_accounts_by_email.sql"}) {
            Files.deleteIfExists(build.folder().resolve("db/migrations").resolve(file));
        }
        build.run("migrate:pull", "-Dname=create_schema", "-Dmigrate.baseline", url)
                .succeeded();

        build.run("migrate:status", url).succeeded();
        build.run("migrate:check", url).succeeded();
        build.run("migrate:diff", url).succeeded().says("No difference.");
    }
}
