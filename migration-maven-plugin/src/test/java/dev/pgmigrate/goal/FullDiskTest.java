package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.DisposablePostgresException;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Proofs on a file system that is really full, which only root can mount, in a process whose temporary folder it is. */
class FullDiskTest {
    /** A part of a page may have fitted. */
    private static final String NO_ROOM = "(No space left on device|wrote only \\d+ of \\d+ bytes at block \\d+)";

    private static final String ADVICE = "The disk on which the proof runs is full, which may say nothing of the"
            + " migration: make room, or name a folder with more of it, MAVEN_OPTS=-Djava.io.tmpdir=….";

    @TempDir
    private Path temporary;

    @Test
    @Timeout(120)
    void rowsThatDoNotFitAreToldAtTheirStatement() throws Exception {
        assertThat(proved("140m", """
                CREATE UNLOGGED TABLE IF NOT EXISTS big (filler text);
                INSERT INTO big SELECT repeat(md5(i::text), 30) FROM generate_series(1, 1000000) AS i;
                """))
                .matches("migrations/001_fill.sql:2:1 could not extend file \"base/\\d+/\\d+\": " + NO_ROOM + "\\. "
                        + "\\Q" + ADVICE + "\\E");
    }

    /** The server panics, and loses all sessions. */
    @Test
    @Timeout(120)
    void aLogThatDoesNotFitIsToldAtItsStatement() throws Exception {
        assertThat(proved("100m", """
                CREATE TABLE IF NOT EXISTS t (id int);
                DO $$ BEGIN FOR i IN 1..300 LOOP
                    PERFORM pg_logical_emit_message(false, 'x', repeat('x', 1000000));
                END LOOP; END $$;
                """))
                .matches(
                        "migrations/001_fill.sql:2:1 could not write to file \"pg_wal/xlogtemp\\.\\d+\": No space left on"
                                + " device\\. \\Q" + ADVICE + "\\E");
    }

    @Test
    @Timeout(120)
    void aServerThatDoesNotFitIsToldInOneSentence() throws Exception {
        assertThat(proved("20m", "CREATE TABLE IF NOT EXISTS t (id int);"))
                .matches("The disk on which the disposable PostgreSQL keeps its data is full \\(could not .*: "
                        + NO_ROOM + "\\): make room, or name a folder with more of it, MAVEN_OPTS=-Djava.io.tmpdir=….");
    }

    /** Proves a file on a file system of that size, where nothing is left afterwards, and returns what is said. */
    private String proved(String size, String sql) throws Exception {
        Files.writeString(
                Files.createDirectories(temporary.resolve("migrations")).resolve("001_fill.sql"), sql);
        // The server does not run as root, so another account has to get there.
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path disk = Files.createDirectory(temporary.resolve("disk"));
        assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && run("mount", "-t", "tmpfs", "-o", "mode=1777,size=" + size, "tmpfs", disk.toString()) == 0,
                "Only root may mount a file system.");
        try {
            Path said = temporary.resolve("said");
            Process proof = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Djava.io.tmpdir=" + disk,
                            "-Dpostgres.dir=" + System.getProperty("postgres.dir", "target/postgres"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            OneProof.class.getName(),
                            temporary.toString(),
                            said.toString())
                    .inheritIO()
                    .start();
            assertThat(proof.waitFor()).isZero();
            assertThat(disk).isEmptyDirectory();
            return Files.readString(said);
        } finally {
            run("umount", "--lazy", disk.toString());
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** The process that proves. */
    static final class OneProof {
        private OneProof() {}

        /** Proves what is in the first argument, and writes to the second what fails. */
        public static void main(String[] arguments) throws IOException {
            Files.writeString(Path.of(arguments[1]), said(Path.of(arguments[0])));
        }

        private static String said(Path project) {
            try {
                Result result = dev.pgmigrate.goal.Test.run(new dev.pgmigrate.goal.Test.Request(
                        MigrationFolders.find(project, List.of(), null),
                        List.of(),
                        List.of(),
                        Runner.MIGRATE,
                        () -> DisposablePostgres.start(TestPostgres.binaries(18)),
                        ProofSettings.DEFAULT));
                Failure failure = result.failures().get(0);
                return failure.place() + " " + failure.message() + " " + failure.advice();
            } catch (DisposablePostgresException e) {
                assertThat(e.output()).isEmpty();
                return String.valueOf(e.getMessage());
            }
        }
    }
}
