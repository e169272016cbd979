package dev.pgmigrate.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class PrintableLogTest {
    private static final String HOSTILE = "x\n::error::planted\r\n\u001b[2J##[add-mask]planted";

    private final List<String> lines = new ArrayList<>();
    private final ValidateMojo mojo = new ValidateMojo();

    PrintableLogTest() {
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void warn(CharSequence content) {
                lines.add(content.toString());
            }
        });
    }

    @Test
    void everyLineOfAGoalGoesThroughTheLogAlone() {
        mojo.getLog().warn(HOSTILE);

        assertThat(lines).containsExactly("x", "  | ::error::planted", "  | \uFFFD[2J#\uFFFD[add-mask]planted");
    }

    @Test
    void anExceptionIsOneLineAndSoAreItsCausesInAStackTrace() {
        Exception cause = new IllegalStateException(HOSTILE, new IllegalArgumentException(HOSTILE));
        MojoExecutionException shown = MavenRun.printable(new MojoExecutionException(HOSTILE, cause));
        ByteArrayOutputStream trace = new ByteArrayOutputStream();
        shown.printStackTrace(new PrintStream(trace, true, StandardCharsets.UTF_8));

        assertThat(shown.getMessage()).isEqualTo("x | ::error::planted | \uFFFD[2J#\uFFFD[add-mask]planted");
        for (Throwable error = shown; error != null; error = error.getCause()) {
            assertThat(shown.getMessage())
                    .as("Maven adds the messages of causes that are not part of the first")
                    .contains(String.valueOf(error.getMessage()));
        }
        assertThat(trace.toString(StandardCharsets.UTF_8))
                .contains("Caused by: java.lang.IllegalStateException: x | ::error::planted")
                .contains("Caused by: java.lang.IllegalArgumentException: x | ::error::planted")
                .doesNotContain("\u001b", "\n::", "##[");
    }
}
