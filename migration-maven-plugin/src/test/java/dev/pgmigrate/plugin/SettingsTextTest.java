package dev.pgmigrate.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTextTest {
    @TempDir
    private Path folder;

    @Test
    void readsWhatPropertiesFilesMayHold() throws Exception {
        Path file = write(
                "\uFEFFmigrate.failOn = never \n# C:\\path\n! x\nmigrate.reports=console,\\\n    json\na:\\u00e4\\\\d\n");

        assertThat(SettingsText.read(file))
                .containsEntry("migrate.failOn", "never")
                .containsEntry("migrate.reports", "console,json")
                .containsEntry("a", "ä\\d")
                .hasSize(3);
    }

    @Test
    void refusesWhatWouldBeLostInSilence() throws IOException {
        assertRefused(write("migrate.failOn=never\n\nmigrate.failOn=error\n"), "sets migrate.failOn more than once");
        assertRefused(write("migrate.locations=db\\migrations\n"), "has \\m, of which the backslash would be lost");
        assertRefused(write("# été\n", StandardCharsets.ISO_8859_1), "is not UTF-8. Save it as UTF-8.");
        assertRefused(write("a=1", StandardCharsets.UTF_16), "is not UTF-8. Save it as UTF-8.");
        assertRefused(write("a=\\u00g0"), "cannot be read: Malformed \\uxxxx encoding.");
    }

    private static void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> SettingsText.read(file))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("The file " + file + " " + message);
    }

    private Path write(String text) throws IOException {
        return write(text, StandardCharsets.UTF_8);
    }

    private Path write(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("migrate.properties"), text.getBytes(charset));
    }
}
