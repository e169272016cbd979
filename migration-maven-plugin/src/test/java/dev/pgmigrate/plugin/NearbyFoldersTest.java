package dev.pgmigrate.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearbyFoldersTest {
    @TempDir
    private Path project;

    @Test
    void namesTheProjectOfAFolderInIt() throws IOException {
        Files.createDirectories(project.resolve("supabase/migrations"));
        Files.createDirectories(project.resolve("apps/web/src"));

        String advice = "Start in " + project + ", which has supabase/migrations.";
        assertThat(NearbyFolders.advice(project.resolve("supabase/migrations"))).contains(advice);
        assertThat(NearbyFolders.advice(project.resolve("apps/web/src"))).contains(advice);
    }

    @Test
    void namesTheFoldersOfOneWithManyProjects() throws IOException {
        Path many = project.resolve("a/b/c/many");
        Files.createDirectories(many.resolve("apps/api/db/migrations"));
        Files.createDirectories(many.resolve("apps/node_modules/x/migrations"));
        Files.createDirectories(many.resolve("services/billing/migrations"));

        assertThat(NearbyFolders.advice(many))
                .contains("Start in a folder below, or name one: -Dmigrate.locations=apps/api/db/migrations"
                        + " (also services/billing/migrations).");
    }
}
