package dev.pgmigrate.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupabaseSeedsTest {
    @TempDir
    private Path project;

    @BeforeEach
    void writeSeeds() throws IOException {
        for (String file : List.of("seed.sql", "seeds/b.sql", "seeds/a.sql", "seeds/notes.md", "seeds/more/c.sql")) {
            write("supabase/" + file, "");
        }
        Files.createDirectories(project.resolve("supabase/migrations"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "project_id = 'x' | seed.sql",
                "[db.seed] | seed.sql",
                "[db.seed]#enabled = false | ''",
                "[db.seed]#sql_paths = [] | ''",
                "[db.seed]#sql_paths = ['./seeds/*.sql'] | seeds/a.sql seeds/b.sql",
                "[db.seed]#sql_paths = [#  './seeds/b.sql',#  './seeds/*.sql'#]#[db]#port = 1 | seeds/b.sql seeds/a.sql",
                "[db.seed]#sql_paths = ['seeds/**/*.sql', 'seed.sql'] | seeds/more/c.sql seed.sql",
                "[db.seed]#sql_paths = ['./nowhere.sql', 'nowhere/*.sql'] | ''",
            })
    void areThoseOfTheConfiguration(String toml, String expected) throws IOException {
        write("supabase/config.toml", toml.replace('#', '\n'));

        assertThat(seeds()).isEqualTo(expected);
    }

    @Test
    void areThereWithoutAConfigurationAndNotInOtherProjects() throws IOException {
        assertThat(seeds()).isEqualTo("seed.sql");
        Files.move(project.resolve("supabase"), project.resolve("db"));
        assertThat(seeds()).isEmpty();
    }

    private String seeds() throws IOException {
        MigrationFolders folders = MigrationFolders.find(project, List.of(), null);
        return String.join(
                " ",
                SupabaseSeeds.in(folders).stream()
                        .map(file ->
                                project.resolve("supabase").relativize(file).toString())
                        .toList());
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(project.resolve(file).getParent());
        Files.writeString(project.resolve(file), text);
    }
}
