package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The commands of the recipes for build servers write the files that the recipes hand on. */
class RecipesIT {
    private static final String PROJECT = "archetype-adds-to-a-project";

    @Test
    void gitHubGetsItsFile() throws IOException {
        String recipe = recipe("GitHub Actions");

        BuildResult result = MavenBuild.of(PROJECT)
                .environment("GITHUB_ACTIONS", "true")
                .run(command(recipe))
                .succeeded();

        assertThat(result.folder().resolve(found(recipe, "sarif_file: (.*)"))).isNotEmptyFile();
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
        return page.substring(start, page.indexOf("\n## ", start + 1));
    }
}
