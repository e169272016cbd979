package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.lint.FailOn;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.SettingsBuilder;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedFileTest {
    private static final LintSettings LINT =
            SettingsBuilder.defaults().failOn(FailOn.NEVER).build();

    @TempDir
    private Path base;

    private Database database;
    private Path file;

    @BeforeEach
    void applyAFile() throws IOException {
        file = Files.createDirectories(base.resolve("migrations")).resolve("001_t.sql");
        Files.writeString(file, "CREATE TABLE t (\n  id int,\n  name text\n);\n");
        database = new Database(TestPostgres.of(18).newDatabase(), HistoryTable.DEFAULT);
        assertThat(apply().failed()).isFalse();
    }

    @Test
    void gitTellsWhichBytesAndLinesAreDifferent() throws IOException, InterruptedException {
        git("init", "-q");
        git("add", ".");
        git("commit", "-q", "-m", "applied");
        Files.writeString(file, "CREATE TABLE t (\n  id int,\n  name varchar(99)\n);\n");
        git("commit", "-q", "-a", "-m", "changed");

        for (Result result : List.of(check(), apply())) {
            Failure failure = result.failures().get(0);
            assertThat(failure.message())
                    .isEqualTo("Migration 001 was changed after it was applied. The difference is in bytes 34 to"
                            + " 44, line 3.");
            assertThat(failure.place()).isEqualTo("migrations/001_t.sql:3:8");
        }

        Files.writeString(file, "CREATE TABLE t (\n  id int\n);\n");
        assertThat(check().failures().get(0).message()).endsWith("Text is missing at byte 25, line 2.");
    }

    @Test
    void withoutTheTextThatWasAppliedItSaysThatItCannotTell() throws IOException, InterruptedException {
        Files.writeString(file, "CREATE TABLE t ();\n");
        String sentence = "git has no version of the file with the checksum in the history.";
        assertThat(check().failures().get(0).message()).endsWith(sentence);

        git("init", "-q");
        git("add", ".");
        git("commit", "-q", "-m", "never applied");
        assertThat(check().failures().get(0).message()).endsWith(sentence);
    }

    private Result check() {
        return Check.run(
                new Check.Request(folders(), LINT, Acceptance.NOTHING, database, false, false, new LintMemory()));
    }

    private Result apply() {
        return Apply.run(new Apply.Request(
                folders(), LINT, database, MigratorSettings.defaults("test"), null, MigratorListener.NONE));
    }

    private MigrationFolders folders() {
        return MigrationFolders.find(base, List.of(), null);
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=t", "-c", "user.email=t@example.org"));
        command.addAll(List.of(arguments));
        Process git;
        try {
            git = new ProcessBuilder(command)
                    .directory(base.toFile())
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "git is not installed");
            return;
        }
        assertThat(git.waitFor()).isZero();
    }
}
