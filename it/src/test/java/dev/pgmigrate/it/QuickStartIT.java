package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

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
    void whatTheReadmeTypesShowsTheMistakeAndTheProof() {
        MavenBuild.of("quick-start")
                .run("-Dmigrate.failOn=never", "migrate:check", "migrate:test")
                .succeeded()
                .says(RULE)
                .says("7 migrations, 7 passed");
    }
}
