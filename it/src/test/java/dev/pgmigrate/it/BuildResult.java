package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How a build ended, what it said, and what it left.
 *
 * @param exitCode Maven's exit code
 * @param lines what Maven wrote
 * @param folder the folder of the build
 */
public record BuildResult(int exitCode, List<String> lines, Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public String log() {
        return String.join("\n", lines);
    }

    public BuildResult succeeded() {
        assertThat(exitCode).as(log()).isZero();
        assertThat(log()).doesNotContain("BUILD FAILURE"); // with -q Maven says nothing of a success
        return this;
    }

    /** Asserts that a goal failed the build: what Maven calls a failure, not an error. */
    public BuildResult failed() {
        assertThat(exitCode).as(log()).isNotZero();
        assertThat(log()).contains("BUILD FAILURE").contains("MojoFailureException");
        return this;
    }

    /** Asserts that a goal could not run: what Maven calls an error. */
    public BuildResult couldNotRun() {
        assertThat(exitCode).as(log()).isNotZero();
        assertThat(log()).contains("MojoExecutionException").doesNotContain("Re-run Maven using the -X switch and");
        return this;
    }

    public BuildResult says(String text) {
        assertThat(log()).contains(text);
        return this;
    }

    public BuildResult doesNotSay(String text) {
        assertThat(log()).doesNotContain(text);
        return this;
    }

    /** Returns the report that a goal wrote below the module {@code path}, {@code ""} for the folder of the build. */
    public JsonNode report(String path, String goal) {
        Path file = folder.resolve(path).resolve("target/migrate").resolve(goal + ".json");
        assertThat(file).as(log()).exists();
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode report(String goal) {
        return report("", goal);
    }

    /** Returns the ids of the rules in a report's findings, in order. */
    public List<String> rules(String goal) {
        return rules("", goal);
    }

    /** Returns the ids of the rules in the report of the module in the folder {@code path}. */
    public List<String> rules(String path, String goal) {
        return report(path, goal).get("findings").findValuesAsText("rule");
    }
}
