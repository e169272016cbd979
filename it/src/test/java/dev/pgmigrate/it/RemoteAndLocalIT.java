package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import org.junit.jupiter.api.Test;

/** How a team keeps a remote database, the files and its local databases the same, in the order in which it happens. */
class RemoteAndLocalIT {
    @Test
    void whatWasMadeByHandReachesEveryDeveloper() {
        ConnectionTarget remoteDatabase = Databases.create();
        ConnectionTarget localDatabase = Databases.create();
        MavenBuild build = ApplyScenarios.build(remoteDatabase);
        String remote = ApplyScenarios.url(remoteDatabase);
        String local = ApplyScenarios.url(localDatabase);

        // The team has applied its migrations, and somebody made a table in the dashboard.
        build.run("migrate:apply", remote).succeeded();
        execute(remoteDatabase, "CREATE TABLE made_by_hand (id bigint PRIMARY KEY, note text NOT NULL)");

        // The weekly look: the history says that all is well, and the database is not what the files make.
        build.run("migrate:status", remote).succeeded().says("Up to date.");
        build.run("migrate:status", "-Dmigrate.drift", remote)
                .succeeded()
                .says("Drift: 1 difference from what the applied migrations make, above all table public.made_by_hand");
        build.run("migrate:diff", remote).failed().says("+ table made_by_hand");

        // Pull before you write a migration: the table becomes one, and the rules have nothing against it.
        build.run("migrate:pull", "-Dname=keep_made_by_hand", "-Dmigrate.write", remote)
                .succeeded()
                .says("Proved on a copy: the files and the new migration make what the database has.");
        assertThat(build.folder().resolve("db/migrations/003_keep_made_by_hand.sql"))
                .exists();
        build.run("migrate:check", remote).succeeded();

        // A second developer, after git pull: what was tried locally goes, and the seed comes.
        execute(localDatabase, "CREATE TABLE tried (id int); INSERT INTO tried VALUES (1)");
        build.write("src/migrate/seed/notes.sql", "INSERT INTO made_by_hand VALUES (1, 'a note');\n");
        build.run("migrate:reset", local).failed().says("The database holds rows, in public.tried.");
        build.run("migrate:reset", "-Dmigrate.write", local)
                .succeeded()
                .says("drops 1 × table; there are rows in public.tried.")
                .says("Applied 3.")
                .says("Seeded from src/migrate/seed/notes.sql.");
        build.run("migrate:diff", local).succeeded().says("No difference.");

        // Before the deployment: nothing to do, and nothing that nobody knows.
        build.run("migrate:apply", remote).succeeded().says("Nothing to apply");
        build.run("migrate:diff", remote).succeeded().says("No difference.");
        build.run("migrate:check", "-Dmigrate.drift", remote).succeeded();
    }

    /** "Up to date", says the history, and a table that it has is not there. */
    @Test
    void nobodyLosesADayToAHistoryThatIsWrong() {
        ConnectionTarget database = Databases.create();
        MavenBuild build = ApplyScenarios.build(database);
        String url = ApplyScenarios.url(database);
        build.run("migrate:apply", url).succeeded();
        execute(database, "DROP TABLE accounts");

        build.run("migrate:check", "-Dmigrate.drift", url)
                .failed()
                .says("The history says that db/migrations/001_accounts.sql is applied, but the table public.accounts"
                        + " that it makes is not in the database");
    }

    /** A database of another machine is not reset, whatever it holds. */
    @Test
    void onlyLocalDatabasesAreReset() {
        MavenBuild.of(ApplyScenarios.PROJECT)
                .run("migrate:reset", "-Dmigrate.write", "-Dmigrate.url=postgres://me@db.example.com/app")
                .couldNotRun()
                .says("The database db.example.com/app is not on this machine, and a reset drops everything in it.");
    }

    private static void execute(ConnectionTarget database, String sql) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute(sql);
        }
    }
}
