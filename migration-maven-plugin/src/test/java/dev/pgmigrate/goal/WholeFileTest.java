package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void twoBuildsCanWriteOneReportAtATime() throws IOException {
        Path file = folder.resolve("apply.json");

        WholeFile.write(file, aside -> {
            Files.writeString(aside, "first");
            WholeFile.write(file, other -> Files.writeString(other, "second"));
        });

        assertThat(file).hasContent("first");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }
}
