package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.migration.MigrationFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An old project starts with what it has, and only what is new counts. */
final class AcceptanceTest {
    @TempDir
    private Path project;

    private Path known;

    @BeforeEach
    void makeAnOldProject() throws IOException {
        known = project.resolve("known-findings.tsv");
        write("20250101000000_create_shops.sql", "create table shops (id bigint primary key);\n");
    }

    @Test
    void whatIsKnownIsInformationAndWhatIsNewCounts() throws IOException {
        assertThat(lint(null).failed()).isTrue();
        assertThat(lint(new Acceptance(known, true, null)).failed()).isFalse();
        write("20250101000000_create_shops.sql", "\n-- moved\ncreate  table shops (id bigint primary key);\n");
        Result same = lint(new Acceptance(known, false, null));
        assertThat(same.failed()).isFalse();
        assertThat(same.count(Severity.INFO)).isPositive();
        write("20250102000000_create_orders.sql", "create table orders (id bigint primary key);\n");
        Result more = lint(new Acceptance(known, false, null));
        assertThat(more.failed()).isTrue();
        assertThat(more.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .allMatch(finding -> finding.file().contains("orders"));
    }

    @Test
    void aKnownFindingThatIsGoneIsNamed() throws IOException {
        lint(new Acceptance(known, true, null));
        write("20250101000000_create_shops.sql", "create table if not exists shops (id bigint primary key);\n");
        assertThat(lint(new Acceptance(known, false, null)).notes()).anyMatch(note -> note.contains("gone"));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(lint(new Acceptance(known, false, null)).notes())
                .anyMatch(note -> note.startsWith("There is no file " + known));
        assertThat(lint(new Acceptance(known, true, null)).notes())
                .noneMatch(note -> note.contains("There is no file"));
    }

    @Test
    void aBrokenFileOrOneOfANewerFormIsOneClearError() throws IOException {
        Files.writeString(known, "hello\n");
        assertThatThrownBy(() -> lint(new Acceptance(known, false, null)))
                .isInstanceOf(AcceptanceException.class)
                .hasMessageContaining("known-findings.tsv:1:1");
        Files.writeString(known, "# Findings, format 7.\n");
        assertThatThrownBy(() -> lint(new Acceptance(known, false, null))).hasMessageContaining("format 7");
        Files.writeString(known, "# Findings, format 1.\nnonsense\n");
        assertThatThrownBy(() -> lint(new Acceptance(known, false, null)))
                .hasMessageContaining("known-findings.tsv:2:1");
    }

    @Test
    void onlyFilesThatChangedSinceAReferenceCount() throws Exception {
        git("init", "-q", "-b", "main");
        git("add", ".");
        git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "Start");
        assertThat(lint(new Acceptance(null, false, "main")).failed()).isFalse();
        write("20250102000000_create_orders.sql", "create table orders (id bigint primary key);\n");
        Result result = lint(new Acceptance(null, false, "main"));
        assertThat(result.failed()).isTrue();
        assertThat(result.findings())
                .filteredOn(finding -> finding.file().contains("shops"))
                .isNotEmpty()
                .allMatch(finding -> finding.severity() == Severity.INFO);
    }

    @Test
    void aReferenceOrRepositoryThatIsNotThereIsOneClearError() throws Exception {
        assertThatThrownBy(() -> lint(new Acceptance(null, false, "main")))
                .isInstanceOf(AcceptanceException.class)
                .hasMessageContaining("not in a git repository");
        git("init", "-q", "-b", "main");
        assertThatThrownBy(() -> lint(new Acceptance(null, false, "nowhere"))).hasMessageContaining("\"nowhere\"");
        assertThatThrownBy(() -> lint(new Acceptance(null, false, "--all"))).hasMessageContaining("\"--all\"");
    }

    private Result lint(@Nullable Acceptance acceptance) {
        return Lint.run(new Lint.Request(
                MigrationFolders.find(project, List.of(), null),
                LintSettings.defaults(),
                acceptance == null ? Acceptance.NOTHING : acceptance));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(project.resolve("migrations")).resolve(name), text);
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        int exit = new ProcessBuilder(command)
                .directory(project.toFile())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(exit).isZero();
    }
}
