package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** However a build ends, no process, folder or shared memory is left of its servers. */
class LeavesNothingIT {
    private static final String PROJECT = "test-finds-what-only-a-server-sees";
    private static final String VIEW = "db/migrations/002_open_accounts.sql";

    /** Ten are at once on request: {@code -Dit.runs=10}. */
    private static final int RUNS = Integer.getInteger("it.runs", 3);

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Path SHARED_MEMORY = Path.of("/proc/sysvipc/shm");

    /** As a CI server does that has lost its patience. */
    @Test
    void aKilledBuild() throws IOException, InterruptedException {
        leavesNothing("-KILL", false);
    }

    /** As a terminal does, which tells every process of the build. */
    @Test
    void aBuildThatIsInterrupted() throws IOException, InterruptedException {
        assumeThat(SETSID)
                .as("no setsid here, which gives a build a process group of its own")
                .isExecutable();
        leavesNothing("-INT", true);
    }

    private static void leavesNothing(String signal, boolean toAll) throws IOException, InterruptedException {
        MavenBuild build = MavenBuild.of(PROJECT).write("db/migrations/000_sleep.sql", "SELECT pg_sleep(600);\n");
        Path temporary = temporary(build);
        build.jvm("-Djava.io.tmpdir=" + temporary);
        Process maven = (toAll ? build.wrappedIn(SETSID.toString()) : build).start("migrate:test");
        try {
            Waiting.until("the server runs", () -> serverIn(temporary).isPresent());
            ProcessHandle server = serverIn(temporary).orElseThrow();

            send(signal, (toAll ? "-" : "") + maven.pid());

            Waiting.until("Maven ends", () -> !maven.isAlive());
            Waiting.until("the server is gone", () -> !server.isAlive());
            Waiting.until("its folder is gone", () -> dataFolders(temporary) == 0);
            assertThat(segmentsOf(server.pid())).isEmpty();
        } finally {
            maven.destroyForcibly();
        }
    }

    @Test
    void aBuildThatFails() throws IOException {
        MavenBuild build = MavenBuild.of(PROJECT);
        Path temporary = temporary(build);

        build.jvm("-Djava.io.tmpdir=" + temporary).run("migrate:test").failed();

        assertThat(dataFolders(temporary)).isZero();
    }

    @Test
    void buildsThatRunAtTheSameTimeDoNotMeet() throws IOException, InterruptedException {
        List<MavenBuild> builds = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            builds.add(MavenBuild.of(PROJECT).replace(VIEW, "WHERE (SELECT email) > 5", ""));
        }
        Path temporary = temporary(builds.get(0));
        List<Process> running = builds.stream()
                .map(build -> build.jvm("-Djava.io.tmpdir=" + temporary).start("migrate:test"))
                .toList();
        for (int i = 0; i < RUNS; i++) {
            assertThat(running.get(i).waitFor()).as(log(builds.get(i))).isZero();
            assertThat(log(builds.get(i))).contains("3 migrations, 3 passed");
        }
        assertThat(dataFolders(temporary)).isZero();
    }

    private static String log(MavenBuild build) throws IOException {
        return Files.readString(build.folder().resolve("build.log"));
    }

    private static Path temporary(MavenBuild build) throws IOException {
        return Files.createDirectories(build.folder().resolve("tmp"));
    }

    private static void send(String signal, String process) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("sh", "-c", "kill " + signal + " " + process)
                .inheritIO()
                .start()
                .waitFor();
        assertThat(exit).isZero();
    }

    /** PostgreSQL has a small segment of System V's, by which a second server knows that the folder is in use. */
    private static List<String> segmentsOf(long creator) throws IOException {
        if (!Files.isReadable(SHARED_MEMORY)) {
            return List.of();
        }
        int column = 4; // key, shmid, perms, size, cpid
        return Files.readAllLines(SHARED_MEMORY).stream()
                .skip(1)
                .filter(line -> line.strip().split("\\s+", -1)[column].equals(Long.toString(creator)))
                .toList();
    }

    private static Optional<ProcessHandle> serverIn(Path temporary) {
        try (Stream<Path> folders = Files.list(temporary)) {
            return folders.map(folder -> folder.resolve("data/postmaster.pid"))
                    .filter(Files::isReadable)
                    .findFirst()
                    .flatMap(LeavesNothingIT::process);
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
}
