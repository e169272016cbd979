package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class QuickStartIT {
    private static final String RULE = "require-concurrent-index-creation";

    @Test
    void theOneMistakeIsFoundAndTheRestIsClean() {
        BuildResult result = MavenBuild.of("quick-start").run("migrate:check").failed();

        assertThat(result.rules("check")).containsExactly(RULE);
        result.says("supabase/migrations/20250303140000_index_tasks_by_assignee.sql:2:1");
    }

    @Test
    void theMistakeIsExplained() {
        MavenBuild.of("quick-start")
                .run("migrate:explain", "-Dmigrate.rule=" + RULE)
                .succeeded()
                .says("Why it hurts")
                .says("CONCURRENTLY");
    }

    @Test
    void whatTheReadmeTypesShowsTheMistakeAndTheProof() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        int shown = readme.indexOf("```\n[ERROR] ") + 4;

        BuildResult result = MavenBuild.of("quick-start")
                .run("-Dmigrate.failOn=never", "migrate:check", "migrate:test")
                .succeeded()
                .says("7 migrations, 7 passed");

        readme.substring(shown, readme.indexOf("```", shown)).lines().forEach(result::says);
    }
}
