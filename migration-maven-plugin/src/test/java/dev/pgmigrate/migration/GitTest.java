package dev.pgmigrate.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class GitTest {
    @TempDir
    private Path folder;

    @Test
    void answers() {
        assertThat(Git.ask(folder, "--version"))
                .hasValueSatisfying(answer -> assertThat(answer).startsWith("git version"));
        assertThat(Git.ask(folder, "rev-parse", "HEAD")).isEmpty();
    }

    /** What git starts keeps its end of the pipe open, so that the answer does not end with git. */
    @Test
    @Timeout(30)
    void isNotWaitedForWithoutEnd() {
        assertThat(Git.answer(Duration.ofMillis(300), folder, "-c", "alias.hang=!sleep 300", "hang"))
                .isEmpty();
    }
}
