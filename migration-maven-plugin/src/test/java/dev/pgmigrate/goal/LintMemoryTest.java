package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.FailOn;
import dev.pgmigrate.lint.LintReport;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.SettingsBuilder;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintMemoryTest {
    private static final LintSettings SETTINGS = LintSettings.defaults();

    private final LintMemory memory = new LintMemory();

    @TempDir
    Path base;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(base.resolve("migrations"));
        Files.writeString(base.resolve("migrations/001_create_users.sql"), "create table users (id int);");
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        assertThat(judge(SETTINGS)).isSameAs(judge(SETTINGS));
    }

    @Test
    void aChangedFileIsJudgedAgain() throws IOException {
        LintReport before = judge(SETTINGS);
        Files.writeString(
                base.resolve("migrations/001_create_users.sql"),
                "-- migrate:ignore require-if-not-exists reason=\"once\"\ncreate table users (id int);");

        assertThat(judge(SETTINGS).suppressed()).isNotEqualTo(before.suppressed());
    }

    @Test
    void aNewFileAndAnotherSettingAreJudgedAgain() throws IOException {
        LintReport before = judge(SETTINGS);

        assertThat(judge(SettingsBuilder.of(SETTINGS).failOn(FailOn.NEVER).build()))
                .isNotSameAs(before);
        Files.writeString(base.resolve("migrations/notes.txt"), "");
        assertThat(judge(SETTINGS)).isNotSameAs(before);
    }

    private LintReport judge(LintSettings settings) {
        Migrations migrations = Migrations.read(MigrationFolders.find(base, List.of(), null));
        return memory.judge(migrations, settings, AppliedVersions.UNKNOWN);
    }
}
