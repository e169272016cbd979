package dev.pgmigrate.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TestcontainersLibraryTest {
    @Test
    void thisIsCompiledWithTheVersionThatAProofFetches() throws IOException {
        assertThat(Files.readString(Path.of("../pom.xml")))
                .contains("<testcontainers.version>" + TestcontainersLibrary.VERSION + "</testcontainers.version>");
    }
}
