package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExplainIT {
    private static final String PROJECT = "check-fails-on-unsafe-index";

    @Test
    void printsAPageAndKnowsWhatWasMeant() {
        MavenBuild.of(PROJECT)
                .run("-q", "migrate:explain", "-Dmigrate.rule=drop-policy-first")
                .succeeded()
                .says("Why it hurts")
                .says("accept one:  -- migrate:ignore drop-policy-first");
        MavenBuild.of(PROJECT)
                .run("migrate:explain", "-Dmigrate.rule=drop-policy-frist")
                .couldNotRun()
                .says("Did you mean drop-policy-first");
    }

    @Test
    void writesThePagesForASite() {
        BuildResult result = MavenBuild.of(PROJECT)
                .run("migrate:explain", "-Dmigrate.pageDirectory=target/generated-site/markdown/rules")
                .succeeded();

        assertThat(result.folder().resolve("target/generated-site/markdown/rules"))
                .isDirectoryContaining("glob:**/index.md")
                .isDirectoryContaining("glob:**/drop-policy-first.md");
    }
}
