package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.MigrationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rewriting keeps what people wrote, ends, and leaves what is applied alone. */
final class FixTest {
    private static final String SHOPS = """
            \uFEFF-- the shops\r
            create table shops (id bigint primary key); -- kept\r
            create policy readers on shops for select using (true);\r
            """;

    @TempDir
    private Path project;

    private Path file;

    @BeforeEach
    void writeAMigrationThatRunsOnlyOnce() throws IOException {
        file = Files.createDirectories(project.resolve("migrations")).resolve("20250101000000_create_shops.sql");
        Files.writeString(file, SHOPS);
    }

    @Test
    void showsFirstAndWritesWhenAsked() throws IOException {
        Fix.Outcome shown = fix(false, AppliedVersions.UNKNOWN);
        assertThat(shown.changes()).hasSize(1);
        assertThat(Files.readString(file)).isEqualTo(SHOPS);
        fix(true, AppliedVersions.UNKNOWN);
        String fixed = Files.readString(file);
        assertThat(fixed)
                .startsWith("\uFEFF-- the shops\r\n")
                .containsIgnoringCase("create table if not exists shops (id bigint primary key); -- kept\r\n")
                .containsIgnoringCase("drop policy if exists readers on shops;");
    }

    @Test
    void aSecondRunChangesNothing() {
        fix(true, AppliedVersions.UNKNOWN);
        assertThat(fix(true, AppliedVersions.UNKNOWN).changes()).isEmpty();
    }

    @Test
    void whatIsAppliedIsLeftAloneAndThatIsSaid() throws IOException {
        Fix.Outcome outcome = fix(true, AppliedVersions.of(List.of(MigrationVersion.of("20250101000000"))));
        assertThat(outcome.changes()).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(SHOPS);
        assertThat(outcome.result().notes()).anyMatch(note -> note.contains("left as they are"));
    }

    @Test
    void aFileThatChangedMeanwhileIsNotOverwritten() throws IOException {
        FileChange change = new FileChange(file, "migrations/x.sql", "what it was", "what it would be");
        assertThatThrownBy(() -> FileChange.write(List.of(change)))
                .isInstanceOf(FileChange.NotWrittenException.class)
                .hasMessageContaining("changed while");
        assertThat(Files.readString(file)).isEqualTo(SHOPS);
    }

    private Fix.Outcome fix(boolean write, AppliedVersions applied) {
        return Fix.run(new Fix.Request(
                MigrationFolders.find(project, List.of(), null), LintSettings.defaults(), applied, write));
    }
}
