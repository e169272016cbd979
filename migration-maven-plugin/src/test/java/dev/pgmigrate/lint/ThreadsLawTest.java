package dev.pgmigrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.rules.RuleCatalog;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are judged on as many threads as there are; nothing in the report may tell how many. */
class ThreadsLawTest {
    private static final Path FIXTURES = Path.of("src/test/resources/dev/pgmigrate/lint");

    @TempDir
    private Path project;

    @Test
    void reportIsTheSameOnOneThreadAndOnMany() throws Exception {
        MigrationFolders folders = folderOfAllFixtures();
        LintReport alone = report(folders, 1);
        assertThat(alone.findings()).hasSizeGreaterThan(RuleCatalog.ALL.size());
        for (int threads : new int[] {2, 8}) {
            LintReport together = report(folders, threads);
            assertThat(together.findings()).isEqualTo(alone.findings());
            assertThat(together.suppressed()).isEqualTo(alone.suppressed());
        }
    }

    /** A stream stays on the threads of the pool that it is started in. */
    private static LintReport report(MigrationFolders folders, int threads) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> Linter.lint(
                            Migrations.read(folders),
                            LintSettings.defaults(),
                            RuleCatalog.ALL,
                            AppliedVersions.UNKNOWN))
                    .get();
        } finally {
            pool.shutdown();
        }
    }

    private MigrationFolders folderOfAllFixtures() throws IOException {
        Path folder = Files.createDirectory(project.resolve("migrations"));
        int number = 0;
        for (Path fixture : fixtures()) {
            Files.copy(fixture, folder.resolve("%04d_fixture.sql".formatted(++number)));
        }
        return MigrationFolders.find(project, List.of(), null);
    }

    private static List<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }
}
