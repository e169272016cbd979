package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.server.ConnectionTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The commands of the recipes for build servers write the files that the recipes hand on, and the hook keeps a commit clean. */
class RecipesIT {
    private static final String PROJECT = "archetype-adds-to-a-project";

    @Test
    void gitHubGetsItsFile() throws IOException {
        String recipe = recipe("GitHub Actions");

        MavenBuild build = MavenBuild.of(PROJECT);
        Path summary = build.folder().resolve("summary.md");
        BuildResult result = build.environment("GITHUB_ACTIONS", "true")
                .environment("GITHUB_STEP_SUMMARY", summary.toString())
                .run(command(recipe))
                .succeeded();

        assertThat(result.folder().resolve(found(recipe, "sarif_file: (.*)"))).isNotEmptyFile();
        assertThat(summary).content().contains("### ✅ migrate:check: ", "### ✅ migrate:test: ");
    }

    @Test
    void gitLabGetsItsFiles() throws IOException {
        String recipe = recipe("GitLab CI");

        BuildResult result = MavenBuild.of(PROJECT)
                .environment("GITLAB_CI", "true")
                .run(command(recipe))
                .succeeded();

        assertThat(result.folder().resolve(found(recipe, "codequality: (.*)"))).isNotEmptyFile();
        Path results = result.folder().resolve(found(recipe, "junit: (.*)"));
        assertThat(results.getParent()).isDirectoryContaining("glob:**/" + results.getFileName());
    }

    @Test
    void theHookLetsOnlyWhatPassesIntoACommit() throws Exception {
        MavenBuild build = MavenBuild.of(PROJECT);
        Path folder = build.folder();
        String hook = found(recipe("A hook before each commit"), "(?s)```sh\n(.*?)```");
        script(folder.resolve("bin/mvn"), "#!/bin/sh\nexec " + String.join(" ", build.command()) + " \"$@\"\n");
        assertThat(git(folder, "init", "-q")).isZero();
        assertThat(git(folder, "add", ".")).isZero();
        assertThat(git(folder, "commit", "-q", "-m", "start")).isZero();
        script(folder.resolve(".git/hooks/pre-commit"), hook);
        String migrations = "src/main/resources/db/migration/";

        build.write(migrations + "20990101000000_break.sql", "CREATE TABLE broken;\n");
        assertThat(git(folder, "add", ".")).isZero();
        assertThat(git(folder, "commit", "-q", "-m", "broken")).isNotZero();

        build.write(
                migrations + "20990101000000_break.sql", "CREATE TABLE IF NOT EXISTS whole (id bigint PRIMARY KEY);\n");
        assertThat(git(folder, "add", ".")).isZero();
        assertThat(git(folder, "commit", "-q", "-m", "whole")).isZero();
    }

    @Test
    void aReleaseIsComparedWithItsDatabaseAndApplied() throws IOException {
        ConnectionTarget database = Databases.create();
        MavenBuild build = MavenBuild.of(PROJECT)
                .environment("MIGRATE_USER", database.user())
                .environment("MIGRATE_PASSWORD", String.valueOf(database.passwordOrNull()));
        List<String> commands =
                found(recipe("Before a release"), "(?s)```sh\n(.*?)```").lines().toList();
        assertThat(commands).hasSize(2);

        for (String command : commands) {
            String typed = command.replace("\"$DATABASE\"", database.url() + "?sslmode=disable");
            build.run(typed.substring("mvn ".length()).split(" ")).succeeded();
        }

        build.run("migrate:check", ApplyScenarios.url(database), "-Dmigrate.failOnPending")
                .succeeded();
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static int git(Path folder, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("git", "-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder git = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        folder.resolveSibling(folder.getFileName() + "-git.log").toFile());
        git.environment().merge("PATH", folder.resolve("bin").toString(), (path, first) -> first + ":" + path);
        git.environment().put("MAVEN_ARGS", "");
        return git.start().waitFor();
    }

    private static String[] command(String recipe) {
        return found(recipe, "mvn (-B migrate:check .*)").split(" ");
    }

    private static String found(String recipe, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(recipe);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    /** Returns a section of the page. */
    private static String recipe(String heading) throws IOException {
        String page = Files.readString(Path.of("..", "migration-maven-plugin", "src", "site", "markdown", "ci.md"));
        int start = page.indexOf("\n## " + heading + "\n");
        assertThat(start).as(heading).isNotNegative();
        int end = page.indexOf("\n## ", start + 1);
        return page.substring(start, end < 0 ? page.length() : end);
    }
}
