package dev.pgmigrate.lint.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.LintReport;
import dev.pgmigrate.lint.Linter;
import dev.pgmigrate.lint.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people do who know how, as the users of each runner write it, has no finding on locks, lost data or transactions. */
class QuietTest {
    private static final Set<Category> LOUD = EnumSet.of(Category.LOCK, Category.DESTRUCTIVE, Category.TRANSACTION);

    @TempDir
    private Path project;

    /** A recipe of {@code quiet.txt}. */
    record Recipe(String name, Fixture history) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Recipe> recipes() throws IOException {
        try (InputStream stream = QuietTest.class.getResourceAsStream("/dev/pgmigrate/lint/quiet.txt")) {
            return Stream.of(new String(stream.readAllBytes(), UTF_8).split("-- case: ", -1))
                    .skip(1)
                    .map(text -> {
                        int end = text.indexOf('\n');
                        return new Recipe(
                                text.substring(0, end),
                                Fixture.parse(text.substring(end + 1).stripTrailing()));
                    });
        }
    }

    @Test
    void thereAreAtLeastEightyFive() throws IOException {
        assertThat(recipes()).hasSizeGreaterThanOrEqualTo(85);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recipes")
    void isQuietAndRuns(Recipe recipe) throws IOException {
        Fixture history = recipe.history();
        LintReport report =
                Linter.lint(history.migrations(project), history.settings(), RuleCatalog.ALL, AppliedVersions.UNKNOWN);
        List<Finding> loud = report.findings().stream()
                .filter(finding -> LOUD.contains(finding.category()))
                .filter(finding -> finding.severity().isAtLeast(Severity.WARNING))
                .toList();
        assertThat(loud).isEmpty();
        assertThat(RefusedStatements.of(history, 18, project)).isEmpty();
    }
}
