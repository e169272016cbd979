package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What has to hold on every server that migrations are applied to. */
abstract class ApplyScenarios {
    static final String PROJECT = "apply-keeps-a-history";

    private static final Pattern CONFIRMATION = Pattern.compile("type (-Dmigrate\\.confirm=\\S+)");

    /** Returns a new database. */
    abstract ConnectionTarget database();

    /** Returns how many builds work on one database at the same time. */
    int buildsAtOnce() {
        return 3;
    }

    @Test
    void appliesOnceAsItsRoleToADatabaseThatIsMeantAndShowsIt() {
        ConnectionTarget database = database();
        MavenBuild build = build(database);
        String role = "owner_of_" + ask(database, "SELECT current_database()");
        execute(database, "CREATE ROLE " + role + "; GRANT CREATE ON SCHEMA public TO " + role);

        String isProtected = "-Dmigrate.protected=it_*";
        Matcher confirmation = CONFIRMATION.matcher(build.run("migrate:apply", url(database), isProtected)
                .couldNotRun()
                .log());
        assertThat(confirmation.find()).isTrue();
        build.run("migrate:apply", url(database), isProtected, confirmation.group(1), "-Dmigrate.role=" + role)
                .succeeded()
                .says("Applied 2.");
        assertThat(ask(database, "SELECT tableowner FROM pg_tables WHERE tablename = 'accounts'"))
                .isEqualTo(role);
        build.run("migrate:apply", url(database)).succeeded().says("Nothing to apply");

        BuildResult status =
                build.run("migrate:status", "migrate:check", url(database)).succeeded();
        JsonNode migrations = status.report("status").get("migrations");
        assertThat(migrations.findValuesAsText("state")).containsExactly("applied", "applied");
        assertThat(migrations.findValuesAsText("appliedBy")).containsExactly(database.user(), database.user());
        assertThat(migrations.findValuesAsText("age")).containsExactly("recent", "recent");
    }

    @Test
    void aFailureHasItsPlaceAndLeavesWhatWasBefore() {
        ConnectionTarget database = database();

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
    void goesBackByAReverseScriptAndSaysFirstWhatIsLost() {
        ConnectionTarget database = database();
        MavenBuild build = build(database)
                .write("db/migrations/003_phone.sql", "ALTER TABLE accounts ADD COLUMN IF NOT EXISTS phone text;\n");
        build.run(
                        "migrate:new",
                        "-Dkind=rollback",
                        "-Dof=003",
                        "migrate:apply",
                        url(database),
                        "-Dmigrate.failOn=never")
                .succeeded()
                .says("Wrote db/rollback/003_phone.sql");
        execute(database, "INSERT INTO accounts (email, phone) VALUES ('a', '1'), ('b', NULL)");

        build.run("migrate:rollback", url(database))
                .failed()
                .says("takes away column public.accounts.phone: 1 row")
                .says("Nothing was rolled back.");
        build.run("migrate:rollback", "migrate:status", url(database), "-Dmigrate.write", "-Dmigrate.prove")
                .succeeded()
                .says("Proved on a copy of the schema, without its rows: 1 rollback runs.")
                .says("Rolled back 1.");

        assertThat(ask(database, "SELECT count(*)::text FROM pg_attribute WHERE attname = 'phone'"))
                .isEqualTo("0");
        assertThat(ask(database, "SELECT string_agg(version, ' ' ORDER BY version) FROM migrate.schema_migrations"))
                .isEqualTo("001 002");
        assertThat(ask(
                        database,
                        "SELECT version || kind || outcome FROM migrate.migration_events ORDER BY id DESC LIMIT 1"))
                .isEqualTo("003revertsucceeded");
        build.run("migrate:rollback", url(database)).failed().says("Migration 002 cannot be undone");
    }

    @Test
    void bringsBackTheRowsThatAMigrationKept() {
        ConnectionTarget database = database();
        MavenBuild build = build(database);
        build.run("migrate:apply", url(database)).succeeded();
        execute(database, "INSERT INTO accounts (email) VALUES ('A@b.c')");
        build.write(
                        "db/migrations/003_lower.sql",
                        "CREATE TABLE accounts_kept AS TABLE accounts;\nUPDATE accounts SET email = lower(email);\n")
                .write("db/rollback/003_lower.sql", """
                        BEGIN;
                        UPDATE accounts a SET email = k.email FROM accounts_kept k WHERE k.id = a.id;
                        DROP TABLE accounts_kept;
                        COMMIT;
                        """);
        build.run("migrate:apply", url(database), "-Dmigrate.failOn=never").succeeded();
        assertThat(ask(database, "SELECT email FROM accounts")).isEqualTo("a@b.c");
        assertThat(ask(database, "SELECT count(*)::text FROM pg_stats WHERE tablename = 'accounts_kept'"))
                .as("the columns that were analyzed after the run")
                .isEqualTo("2");

        build.run("migrate:rollback", url(database), "-Dmigrate.to=004")
                .failed()
                .says("004");
        build.run("migrate:rollback", url(database), "-Dmigrate.to=002", "-Dmigrate.write")
                .succeeded()
                .says("takes away table public.accounts_kept: 1 row");

        assertThat(ask(database, "SELECT email FROM accounts")).isEqualTo("A@b.c");
    }

    @Test
    void mendsTheHistoryWithAReason() {
        ConnectionTarget database = database();
        MavenBuild build = build(database);
        build.run("migrate:apply", url(database)).succeeded();
        build.replace("db/migrations/001_accounts.sql", "email text", "email varchar(99)")
                .rename(
                        "db/migrations/002_index_accounts_by_email.sql",
                        "db/migrations/003_index_accounts_by_email.sql");

        build.run("migrate:repair", url(database)).succeeded().says("001: changed checksum accepted");
        build.run("migrate:repair", url(database), "-Dmigrate.write").failed().says("none is given");
        BuildResult repaired = build.run("migrate:repair", url(database), "-Dmigrate.write", "-Dmigrate.reason=a typo")
                .succeeded()
                .says("Repaired 2.");
        assertThat(repaired.report("repair").get("migrations").findValuesAsText("state"))
                .containsExactly("applied", "applied");
        assertThat(ask(database, "SELECT string_agg(version, ' ' ORDER BY version) FROM migrate.schema_migrations"))
                .isEqualTo("001 003");
    }

    @Test
    void checkFailsOnAFileThatWasChangedAfterItWasApplied() {
        ConnectionTarget database = database();
        MavenBuild build = build(database);
        build.run("migrate:apply", url(database)).succeeded();

        build.replace("db/migrations/001_accounts.sql", "email text", "email varchar(99)")
                .run("migrate:check", url(database))
                .failed()
                .says("Migration 001 was changed after it was applied.");
    }

    @Test
    void adoptsADatabaseThatWasThereBefore() {
        ConnectionTarget database = database();
        execute(database, "CREATE TABLE accounts (id bigint, email text)");
        MavenBuild build = build(database);
        String command = "-Dmigrate.baselineVersion=002";
        build.run("migrate:apply", url(database)).failed().says("mvn migrate:baseline " + command);

        build.run("migrate:baseline", url(database), command).succeeded();
        build.run("migrate:apply", url(database)).succeeded().says("Nothing to apply");
    }

    @Test
    void anIndexIsBuiltConcurrentlyUnderTheLockWhileAnOldSnapshotIsOpen() {
        ConnectionTarget database = database();
        MavenBuild build = build(database);
        build.run("migrate:apply", url(database)).succeeded();
        build.write("db/migrations/003_index.sql", "CREATE INDEX CONCURRENTLY accounts_by_id ON accounts (id);\n");
        try (ServerConnection old = ServerConnection.open(database)) {
            old.execute("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT * FROM accounts");
            Thread ending = when(
                    database,
                    "SELECT count(*) > 0 FROM pg_stat_activity WHERE query LIKE 'CREATE INDEX CONC%' AND wait_event_type = 'Lock'",
                    () -> old.execute("COMMIT"));

            build.run("migrate:apply", url(database), "-Dmigrate.failOn=never").succeeded();
            join(ending);
        }
        assertThat(ask(database, "SELECT indisvalid::text FROM pg_index WHERE indexrelid = 'accounts_by_id'::regclass"))
                .isEqualTo("true");
    }

    @Test
    void anIndexThatCannotBeBuiltLeavesNothingBehind() {
        ConnectionTarget database = database();
        MavenBuild build = build(database);
        build.run("migrate:apply", url(database)).succeeded();
        execute(database, "INSERT INTO accounts (email) VALUES ('same'), ('same')");
        build.write(
                "db/migrations/003_index.sql",
                "CREATE UNIQUE INDEX CONCURRENTLY accounts_email ON accounts (email);\n");

        build.run("migrate:apply", url(database), "-Dmigrate.failOn=never")
                .failed()
                .says(
                        "an interrupted attempt left the INVALID index public.accounts_email on public.accounts; it is removed.");
        assertThat(ask(database, "SELECT count(*)::text FROM pg_index WHERE NOT indisvalid"))
                .isEqualTo("0");

        execute(database, "DELETE FROM accounts WHERE id = (SELECT max(id) FROM accounts)");
        build.run("migrate:apply", url(database), "-Dmigrate.failOn=never")
                .succeeded()
                .says("Applied 1.");
    }

    @Test
    void aBlockedStatementIsTriedAgainUntilTheBlockerIsGone() {
        ConnectionTarget database = database();
        MavenBuild build = build(database);
        build.run("migrate:apply", url(database)).succeeded();
        build.write("db/migrations/003_note.sql", "ALTER TABLE accounts ADD COLUMN IF NOT EXISTS note text;\n");
        try (ServerConnection blocker = ServerConnection.open(database)) {
            blocker.execute("BEGIN; SELECT * FROM accounts");
            Thread ending = when(
                    database,
                    "SELECT count(*) > 0 FROM pg_locks WHERE NOT granted AND relation = 'accounts'::regclass",
                    () -> {
                        await(
                                database,
                                "SELECT count(*) = 0 FROM pg_locks WHERE NOT granted AND relation = 'accounts'::regclass");
                        blocker.execute("COMMIT");
                    });

            build.run("migrate:apply", url(database), "-Dmigrate.failOn=never", "-Dmigrate.lockTimeout=500ms")
                    .succeeded()
                    .says("it was rolled back completely. Attempt 2 of 10")
                    .says("Applied 1.");
            join(ending);
        }
    }

    @Test
    void buildsAtOnceApplyEachMigrationOnce() throws Exception {
        ConnectionTarget database = database();
        ExecutorService executor = Executors.newFixedThreadPool(buildsAtOnce());
        try {
            List<Callable<BuildResult>> builds = new ArrayList<>();
            for (int number = 0; number < buildsAtOnce(); number++) {
                MavenBuild build = build(database);
                for (int i = 10; i < 30; i++) {
                    build.write("db/migrations/0" + i + "_t.sql", "CREATE TABLE t" + i + " ();\n");
                }
                builds.add(() -> build.run("migrate:apply", url(database), "-Dmigrate.failOn=never"));
            }
            List<String> appliedHere = new ArrayList<>();
            for (Future<BuildResult> result : executor.invokeAll(builds)) {
                for (JsonNode migration :
                        result.get().succeeded().report("apply").get("migrations")) {
                    assertThat(migration.get("state").asText()).isEqualTo("applied");
                    if (migration.path("remark").asText().startsWith("now")) {
                        appliedHere.add(migration.get("version").asText());
                    }
                }
            }
            assertThat(appliedHere).hasSize(22).doesNotHaveDuplicates();
        } finally {
            executor.shutdown();
        }
    }

    private static Thread when(ConnectionTarget database, String condition, Runnable action) {
        Thread thread = new Thread(() -> {
            await(database, condition);
            action.run();
        });
        thread.start();
        return thread;
    }

    private static void await(ConnectionTarget database, String condition) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            while (!connection.ask(condition)) {
                connection.execute("SELECT pg_sleep(0.02)");
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String ask(ConnectionTarget database, String query) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            return connection.queryOne(query, row -> row.getString(1)).orElseThrow();
        }
    }

    private static void execute(ConnectionTarget database, String sql) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute(sql);
        }
    }

    static MavenBuild build(ConnectionTarget database) {
        return build(PROJECT, database);
    }

    static MavenBuild build(String project, ConnectionTarget database) {
        return MavenBuild.of(project)
                .environment("MIGRATE_USER", database.user())
                .environment("MIGRATE_PASSWORD", String.valueOf(database.passwordOrNull()));
    }

    static String url(ConnectionTarget database) {
        return "-Dmigrate.url=" + database.url() + "?sslmode=disable";
    }
}
