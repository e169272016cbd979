package dev.pgmigrate.lint.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.Linter;
import dev.pgmigrate.lint.RuleId;
import dev.pgmigrate.lint.SettingsBuilder;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where other linters are wrong, and what is easily mistaken: one history a file, named after the rule and its claim. A rule
 * finds what is marked, and nothing else; and the history is one that a server takes, but for what its header says.
 */
@Order(10)
class RuleCasesTest {
    private static final Path CASES = Path.of("src/test/resources/dev/pgmigrate/lint/cases");

    @TempDir
    private Path project;

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.sorted().toList().stream();
        }
    }

    @Test
    void thereAreCases() throws IOException {
        assertThat(cases()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void ruleFindsWhatIsMarkedAndNothingElse(Path file) throws IOException {
        Fixture history = Fixture.parse(Files.readString(file, UTF_8));
        RuleId rule = new RuleId(file.getFileName().toString().replaceFirst("\\..*", ""));
        assertThat(RuleCatalog.ALL).anyMatch(known -> known.id().equals(rule));

        List<Finding> all = Linter.lint(
                        history.migrations(project),
                        SettingsBuilder.of(history.settings())
                                .rules(Map.of(rule, Severity.WARNING))
                                .build(),
                        RuleCatalog.ALL,
                        history.applied())
                .findings();

        assertThat(all).noneMatch(finding -> finding.rule().value().equals("syntax-error"));
        List<Finding> findings =
                all.stream().filter(finding -> finding.rule().equals(rule)).toList();
        assertThat(findings)
                .map(finding -> finding.file() + ":" + finding.start().line())
                .containsExactlyInAnyOrderElementsOf(history.expected().stream()
                        .map(expected -> expected.file() + ":" + expected.line())
                        .toList());
        history.expected()
                .forEach(expected -> assertThat(findings)
                        .anyMatch(finding -> finding.start().line() == expected.line()
                                && finding.file().equals(expected.file())
                                && finding.message().contains(expected.message())
                                && !(expected.withoutFix() && finding.fix().isPresent())));
    }

    @Tag("server")
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void serverRefusesWhatTheHeaderSaysAndNothingElse(Path file) throws IOException {
        Fixture history = Fixture.parse(Files.readString(file, UTF_8));
        int major = TestPostgres.majors().stream()
                .filter(history::runsOn)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No server for " + file));
        List<String> refused = RefusedStatements.of(history, major, project);
        assertThat(refused.stream().map(one -> one.substring(0, 5)).distinct().sorted())
                .as(() -> String.join("\n", refused))
                .containsExactlyElementsOf(history.refused());
    }
}
