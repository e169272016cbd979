package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
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
        assertThat(failure.get("column").asInt()).isEqualTo(13);
        assertThat(failure.get("sqlState").asText()).isEqualTo("42883");
        assertThat(failure.get("statement").asText()).startsWith("CREATE OR REPLACE VIEW open_accounts");
        assertThat(result.report("test").get("migrations").findValuesAsText("state"))
                .containsExactly("passed", "failed", "not run");
        result.says("[ERROR] " + VIEW + ":5:13 failed")
                .says("operator does not exist: text > integer.")
                .says("[ERROR]   5 | WHERE email > 5;")
                .says("[ERROR]     |             ^");
    }

    @Test
    void passesOnTheOldestServerAndOffline() {
        MavenBuild build = MavenBuild.of(PROJECT).replace(VIEW, "WHERE email > 5", "");
        build.run("migrate:test", "-Dmigrate.postgresVersion=14").succeeded();

        build.run("-o", "migrate:test", "-Dmigrate.postgresVersion=14")
                .succeeded()
                .says("3 migrations, 3 passed")
                .says("disposable PostgreSQL 14");
    }

    @Test
    void runsAPreludeFirst() {
        MavenBuild.of(PROJECT)
                .replace(VIEW, "WHERE email > 5", "WHERE id = (SELECT 1 FROM auth.users WHERE id = auth.uid())")
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

    /** As a CI server does that has lost its patience. */
    @Test
    void aKilledBuildLeavesNoServerBehind() throws IOException {
        MavenBuild build = MavenBuild.of(PROJECT).write("db/migrations/000_sleep.sql", "SELECT pg_sleep(600);\n");
        Path temporary = Files.createDirectories(build.folder().resolve("tmp"));
        Process maven = build.jvm("-Djava.io.tmpdir=" + temporary).start("migrate:test");
        try {
            waitUntil("the server runs", () -> serverIn(temporary).isPresent());
            ProcessHandle server = serverIn(temporary).orElseThrow();
            maven.destroyForcibly();

            waitUntil("the server is gone", () -> !server.isAlive());
            waitUntil("its folder is gone", () -> dataFolders(temporary) == 0);
        } finally {
            maven.destroyForcibly();
        }
    }

    private static Optional<ProcessHandle> serverIn(Path temporary) {
        try (Stream<Path> folders = Files.list(temporary)) {
            return folders.map(folder -> folder.resolve("data/postmaster.pid"))
                    .filter(Files::isReadable)
                    .findFirst()
                    .flatMap(TestIT::process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessHandle> process(Path pidFile) {
        try (Stream<String> lines = Files.lines(pidFile)) {
            return lines.findFirst().flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())));
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static long dataFolders(Path temporary) {
        try (Stream<Path> folders = Files.list(temporary)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("pgmigrate-"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void waitUntil(String what, BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
