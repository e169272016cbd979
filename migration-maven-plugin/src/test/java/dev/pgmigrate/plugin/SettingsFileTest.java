package dev.pgmigrate.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    @TempDir
    private Path project;

    @Test
    void isFoundBesideTheMigrationsWhereverTheyAre() throws Exception {
        Path file = write("sql/pg/migrate.properties", "");

        assertThat(SettingsFile.find(project, List.of())).isEmpty();
        assertThat(SettingsFile.find(project, List.of(Path.of("sql/pg")))).contains(file);
    }

    @Test
    void isOneFile() throws Exception {
        Path first = write("migrate.properties", "");
        Path second = write("db/migrations/migrate.properties", "");

        assertThatThrownBy(() -> SettingsFile.find(project, List.of()))
                .hasMessage("There are two files of settings, %s and %s. Keep one of them.", first, second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrate.password=secret", "migrate.url=postgres://joe:secret@localhost/app"})
    void holdsNoPassword(String line) throws Exception {
        Path file = write("migrate.properties", line);

        assertThatThrownBy(() -> SettingsFile.read(file))
                .hasMessageContaining(", which git would keep: set MIGRATE_PASSWORD")
                .hasMessageNotContaining("secret");
    }

    private Path write(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
