package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.MigrationFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What git says was released before, asked of a real repository. */
class SinceTest {
    @TempDir
    private Path project;

    private Path folder;

    @BeforeEach
    void releaseThreeMigrations() throws Exception {
        folder = Files.createDirectories(project.resolve("db/migrations"));
        for (String name : List.of("001_create_users.sql", "002_create_notes.sql", "003_create_tags.sql")) {
            Files.writeString(folder.resolve(name), "\uFEFFcreate table if not exists t (id bigint primary key);\r\n");
        }
        git("init", "--quiet");
        git("add", ".");
        git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "-m", "Release");
        git("branch", "released");
    }

    @Test
    void aFileThatIsChangedOrGoneIsFoundAndOneThatOnlyLooksSoIsNot() throws Exception {
        Files.writeString(
                folder.resolve("001_create_users.sql"), "create table if not exists u (id bigint primary key);");
        Files.delete(folder.resolve("002_create_notes.sql"));
        Files.writeString(
                folder.resolve("003_create_tags.sql"),
                "-- migrate:ignore-file generic-name reason=\"checked\"\ncreate table if not exists t (id bigint primary key);\n");
        Files.writeString(folder.resolve("004_more_tags.sql"), "create table if not exists w (id bigint primary key);");

        assertThat(found("released"))
                .containsExactlyInAnyOrder(
                        "modified-applied-migration db/migrations/001_create_users.sql error",
                        "deleted-applied-migration db/migrations/002_create_notes.sql error");
    }

    @Test
    void nothingIsFoundWhereNothingChanged() throws IOException {
        assertThat(found("HEAD")).isEmpty();
    }

    private List<String> found(String reference) throws IOException {
        return Lint.run(new Lint.Request(
                        new MigrationFolders(project, List.of(folder), null),
                        LintSettings.defaults(),
                        new Acceptance(null, false, reference)))
                .findings()
                .stream()
                .filter(finding -> finding.rule().value().endsWith("-applied-migration"))
                .map(SinceTest::words)
                .toList();
    }

    private static String words(Finding finding) {
        return finding.rule() + " " + finding.file() + " " + finding.severity().word();
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .directory(project.toFile())
                .inheritIO()
                .start();
        assertThat(git.waitFor()).isZero();
    }
}
