package dev.pgmigrate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pgmigrate.postgres.PostgresVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Order(14)
class DisposablePostgresTest {
    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#majors")
    void startsTheMajorVersionThatWasAskedFor(int major) {
        try (ServerConnection connection = TestPostgres.of(major).connect()) {
            assertThat(connection.version()).isEqualTo(new PostgresVersion(major));
        }
    }

    @Test
    void twoAtOnceDoNotShareAnything() throws Exception {
        PostgresBinaries binaries = TestPostgres.binaries(18);
        for (DisposablePostgres server : together(2, () -> DisposablePostgres.start(binaries))) {
            try (server) {
                ConnectionTarget database = server.createDatabase("same_name");
                try (ServerConnection connection = ServerConnection.open(database)) {
                    connection.execute("CREATE TABLE only_here ()");
                }
            }
        }
    }

    @Test
    void keepsItsDataInMemoryWhereThereIsRoom() throws IOException {
        Path memory = Path.of("/dev/shm");
        boolean room = Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() >= 2L << 30;
        assumeThat(room).as("no 2 GB of memory in /dev/shm").isTrue();
        assumeThat(System.getProperty("java.io.tmpdir")).isEqualTo("/tmp");
        try (DisposablePostgres server = DisposablePostgres.start(TestPostgres.binaries(18));
                ServerConnection connection = ServerConnection.open(server.target("postgres"))) {
            assertThat(dataFolder(connection)).startsWith(memory);
        }
    }

    @Test
    void leavesNoFolderWhenItIsClosed() {
        DisposablePostgres server = DisposablePostgres.start(TestPostgres.binaries(18));
        Path data;
        try (ServerConnection connection = ServerConnection.open(server.target("postgres"))) {
            data = dataFolder(connection);
            assertThat(data).exists();
            server.close();
        }
        assertThat(data.resolve("..").normalize()).doesNotExist();
    }

    @Test
    void asksForThePassword() {
        ConnectionTarget target = TestPostgres.of(18).newDatabase();
        ConnectionTarget wrong = new ConnectionTarget(target.url(), target.user(), "wrong", target.parameters());

        assertThatThrownBy(() -> ServerConnection.open(wrong))
                .isInstanceOfSatisfying(
                        ConnectException.class,
                        e -> assertThat(e.reason()).isEqualTo(ConnectException.Reason.WRONG_PASSWORD));
    }

    @Test
    void leavesNoProcessAndNoFolderWhenItsOwnerIsKilled() throws Exception {
        Path folders = openFolder();
        Process owner = child(folders);
        try (BufferedReader lines = output(owner)) {
            ProcessHandle server =
                    ProcessHandle.of(Long.parseLong(lines.readLine())).orElseThrow();

            owner.destroyForcibly().waitFor();

            server.onExit().get(20, TimeUnit.SECONDS);
            assertThat(eventually(() -> names(folders).isEmpty())).isTrue();
        }
        Files.delete(folders);
    }

    @Test
    void leavesNothingWhenItsOwnerIsKilledBeforeTheServerIsReady() throws Exception {
        Path folders = openFolder();
        Process owner = child(folders);
        assertThat(eventually(() -> names(folders).stream()
                        .anyMatch(name -> Files.exists(folders.resolve(name).resolve("data/base")))))
                .isTrue();

        owner.destroyForcibly().waitFor();

        assertThat(eventually(() -> names(folders).isEmpty())).isTrue();
        Files.delete(folders);
    }

    @Test
    void unpacksOnceHoweverManyBeginAtTheSameTime(@TempDir Path cache) throws Exception {
        List<PostgresBinaries> all = together(3, () -> PostgresBinaries.unpack(TestPostgres.jar(18), cache));

        assertThat(all).allMatch(binaries -> binaries.equals(all.get(0)));
        assertThat(all.get(0).program("postgres")).isExecutable();
        try (Stream<Path> left = Files.list(cache)) {
            assertThat(left).containsExactly(all.get(0).home());
        }
    }

    /** SQL can write any file of the server's, and this process may be root. */
    @Test
    void stopsItsOwnServerWhateverProcessItsFilesName() throws Exception {
        DisposablePostgres server = DisposablePostgres.start(TestPostgres.binaries(18));
        Process victim = new ProcessBuilder("sleep", "60").start();
        try (ServerConnection connection = ServerConnection.open(server.target("postgres"))) {
            ProcessHandle own = ProcessHandle.of(connection
                            .queryOne("SELECT pg_read_file('postmaster.pid')", row -> row.getString(1))
                            .map(text -> Long.parseLong(text.lines().findFirst().orElseThrow()))
                            .orElseThrow())
                    .orElseThrow();
            connection.execute("COPY (SELECT " + victim.pid() + ") TO '" + dataFolder(connection) + "/postmaster.pid'");

            server.close();

            assertThat(victim.isAlive()).isTrue();
            own.onExit().get(20, TimeUnit.SECONDS);
        } finally {
            victim.destroy();
        }
    }

    @Test
    void givesTheServerNothingOfThisProcessesEnvironment() {
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            connection.execute("CREATE TABLE environment (line text); COPY environment FROM PROGRAM 'env'");
            List<String> names =
                    connection.query("SELECT split_part(line, '=', 1) FROM environment", row -> row.getString(1));

            assertThat(names).contains("PATH", "TZ").doesNotContain("HOME", "USER", "JAVA_HOME");
            names.removeIf(name -> !System.getenv().containsKey(name));
            assertThat(names).isSubsetOf("PATH", "TZ", "LC_ALL", "PWD", "OLDPWD", "SHLVL", "_");
        }
    }

    @Test
    void keepsProgramsInNoFolderThatOthersCouldWrite(@TempDir Path base) throws IOException {
        Path open = Files.createDirectory(base.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxr-x"));
        Path link = Files.createSymbolicLink(base.resolve("link"), Files.createDirectory(base.resolve("target")));
        Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThatThrownBy(() -> CacheFolder.find(List.of(open, link)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("can be written by others");
        assertThat(Files.getPosixFilePermissions(open)).isEqualTo(PosixFilePermissions.fromString("rwxrwxr-x"));
    }

    @Test
    void runsNoProgramsThatSomebodyElsePutIntoTheCache(@TempDir Path cache) throws IOException {
        Path home = PostgresBinaries.unpack(TestPostgres.jar(18), cache).home();
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> PostgresBinaries.unpack(TestPostgres.jar(18), cache))
                .hasMessageContaining("was not put there by this user");
    }

    @Test
    void removesWhatAKilledBuildUnpackedHalf(@TempDir Path cache) throws Exception {
        Process killed = new ProcessBuilder("true").start();
        killed.waitFor();
        Path abandoned = Files.createDirectories(cache.resolve(PostgresBinaries.aside(killed.pid()) + "1/bin"));
        Path busy = Files.createDirectory(
                cache.resolve(PostgresBinaries.aside(ProcessHandle.current().pid()) + "2"));
        Path foreign = Files.createDirectory(cache.resolve(".unpacking-0-" + killed.pid() + "-3"));

        PostgresBinaries.unpack(TestPostgres.jar(18), cache);

        assertThat(abandoned.getParent()).doesNotExist();
        assertThat(busy).exists();
        assertThat(foreign).exists();
    }

    @Test
    void saysThatAJarHoldsNoServer(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("other.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("README"));
        }
        assertThatThrownBy(() -> PostgresBinaries.unpack(jar))
                .isInstanceOf(DisposablePostgresException.class)
                .hasMessage("Cannot unpack PostgreSQL from " + jar + ": it holds no .txz archive.");
    }

    @Test
    void saysThatInitdbFailed(@TempDir Path home) throws IOException {
        Path program = Files.createDirectories(home.resolve("bin")).resolve("initdb");
        Files.writeString(program, "#!/bin/sh\necho no space left\nexit 3\n");
        assertThat(program.toFile().setExecutable(true, false)).isTrue();

        assertThatThrownBy(() -> DisposablePostgres.start(new PostgresBinaries(home)))
                .isInstanceOfSatisfying(
                        DisposablePostgresException.class,
                        e -> assertThat(e.step()).isEqualTo(DisposablePostgresException.Step.INIT));
    }

    /** Returns a new folder that any account can reach, as the server's must be where this process is root. */
    private static Path openFolder() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("/tmp"), "owner-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    private static Process child(Path folders) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Djava.io.tmpdir=" + folders,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** A process that starts a server and then waits to be killed. */
    static final class Owner {
        private Owner() {}

        public static void main(String[] args) throws InterruptedException {
            DisposablePostgres server = DisposablePostgres.start(TestPostgres.binaries(18));
            try (ServerConnection connection = ServerConnection.open(server.target("postgres"))) {
                System.out.println(connection
                        .queryOne(
                                "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)", row -> row.getString(1))
                        .orElseThrow());
            }
            Thread.currentThread().join();
        }
    }

    private static Path dataFolder(ServerConnection connection) {
        return Path.of(connection
                .queryOne("SELECT current_setting('data_directory')", row -> row.getString(1))
                .orElseThrow());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith("hsperfdata"))
                    .toList();
        }
    }

    private static boolean eventually(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }

    private static <T> List<T> together(int count, Callable<T> task) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(count);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(Collections.nCopies(count, task))) {
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdown();
        }
    }
}
