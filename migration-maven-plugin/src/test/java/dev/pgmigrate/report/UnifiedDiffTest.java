package dev.pgmigrate.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.goal.FileChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Git takes the patch, and makes of the old files exactly the new ones. */
class UnifiedDiffTest {
    @TempDir
    private Path project;

    @ParameterizedTest
    @ValueSource(strings = {"db/V1__a.sql", "db/two words.sql", "db/größe.sql"})
    void gitTakesWhateverLinesEndWith(String name) throws Exception {
        String lines =
                IntStream.range(0, 30).mapToObj(i -> "-- line " + i + "\n").collect(Collectors.joining());
        List<String> befores = List.of(
                lines, lines + "the end", lines.replace("\n", "\r\n"), "\uFEFF" + lines, "-- line 3\n", "-- line 3");
        for (String before : befores) {
            for (String after : List.of(
                    before.replace("-- line 3", "-- line 3 more"),
                    before.replace("-- line 3", "-- @@ more\n-- line 3"),
                    before + "\nmore",
                    "-- first\n" + before + "-- last\n")) {
                assertThat(patched(name, before, after)).isEqualTo(after);
            }
        }
    }

    @Test
    void gitMakesAFileThatIsNotThere() throws Exception {
        Path file = project.resolve("rollback/x.sql");
        Path patch = project.resolve("fix.patch");
        Files.writeString(
                patch,
                UnifiedDiff.patch(List.of(new FileChange(file, "rollback/x.sql", "", "DROP TABLE x;\n")))
                        .text(),
                UTF_8);

        git("apply", patch.toString());

        assertThat(file).hasContent("DROP TABLE x;");
    }

    @Test
    void shownDiffHasNoLineThatTheFileHasNot() {
        FileChange change = new FileChange(project, "a.sql", "one\ntwo\n", "one\n2\n");
        assertThat(UnifiedDiff.lines(change))
                .containsExactly("--- a/a.sql", "+++ b/a.sql", "@@ -1,2 +1,2 @@", " one", "-two", "+2");
    }

    private String patched(String name, String before, String after) throws Exception {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, before, UTF_8);
        Path patch = project.resolve("fix.patch");
        Files.writeString(
                patch,
                UnifiedDiff.patch(List.of(new FileChange(file, name, before, after)))
                        .text(),
                UTF_8);
        git("apply", "--whitespace=nowarn", patch.toString());
        return Files.readString(file, UTF_8);
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("git").directory(project.toFile()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment()
                .put("GIT_CEILING_DIRECTORIES", project.resolveSibling("").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
