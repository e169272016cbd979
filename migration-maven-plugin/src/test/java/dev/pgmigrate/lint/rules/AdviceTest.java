package dev.pgmigrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.Flavour;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Linter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.RuleId;
import dev.pgmigrate.lint.SettingsBuilder;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.TransactionMode;
import dev.pgmigrate.replay.Runner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Advice never goes in a circle: a file that follows it, be it by a fix or as the Safer part of the page shows, has no finding that
 * the file before did not have. The build looks through the eyes of every runner, {@code -Dlaw.files=.+} at Supabase's databases
 * with each of them too.
 */
class AdviceTest {
    private static final boolean ALL = System.getProperty("law.files") != null;

    @TempDir
    private Path temporary;

    private final AtomicInteger projects = new AtomicInteger();

    /** Who runs the files, and where. */
    record Setting(Runner runner, Flavour flavour) {}

    static Stream<Setting> settings() {
        return Stream.of(Runner.values())
                .flatMap(runner -> Stream.of(Flavour.PLAIN, Flavour.SUPABASE)
                        .filter(flavour -> ALL || (flavour == Flavour.SUPABASE) == (runner == Runner.SUPABASE))
                        .map(flavour -> new Setting(runner, flavour)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void whatFollowsTheAdviceHasNoOtherFinding(Setting setting) {
        List<String> circles = new ArrayList<>();
        int judged = 0;
        for (Rule rule : RuleCatalog.ALL) {
            Fixture unsafe = written(Fixture.of(rule.id().value(), "unsafe").orElseThrow(), setting.runner());
            List<Finding> before = lint(unsafe, setting);
            if (before.stream().anyMatch(finding -> finding.rule().equals(rule.id()))) {
                judged++;
                Fixture safe = written(safe(rule, setting.runner()), setting.runner());
                lint(safe, setting).stream()
                        .filter(finding -> !line(finding, safe).equals(line(finding, unsafe)))
                        .filter(finding -> setting.flavour() == Flavour.PLAIN || times(finding.rule(), before) == 0)
                        .forEach(finding -> circles.add(rule.id() + "'s page leads to " + words(finding)));
                circles.addAll(ofFixes(rule.id(), unsafe, before, setting));
            }
        }
        assertThat(judged).isGreaterThan(RuleCatalog.ALL.size() / 2);
        assertThat(circles).isEmpty();
    }

    @Test
    void pagesShowWhatOneRunnerNeeds() throws IOException {
        int shown = 0;
        for (Rule rule : RuleCatalog.ALL) {
            for (Runner runner : Runner.values()) {
                Optional<String> own = Fixture.text(rule.id().value(), ofRunner(runner));
                if (own.isPresent()) {
                    assertThat(RulePage.of(rule.id().value()).text()).contains(Fixture.shown(own.get()));
                    shown++;
                }
            }
        }
        assertThat(shown).isPositive();
    }

    /** Lists what another rule finds more often once a fix of the rule is applied. */
    private List<String> ofFixes(RuleId rule, Fixture unsafe, List<Finding> before, Setting setting) {
        List<String> circles = new ArrayList<>();
        for (Finding finding : before) {
            if (finding.rule().equals(rule) && finding.fix().isPresent()) {
                Map<String, String> files = new LinkedHashMap<>(unsafe.files());
                files.computeIfPresent(
                        finding.file(), (path, text) -> finding.fix().get().apply(text));
                List<Finding> after = lint(unsafe.with(files), setting);
                after.stream()
                        .filter(other -> times(other.rule(), after) > times(other.rule(), before))
                        .forEach(other -> circles.add(rule + "'s fix leads to " + words(other)));
            }
        }
        return circles;
    }

    private static long times(RuleId rule, List<Finding> findings) {
        return findings.stream().filter(finding -> finding.rule().equals(rule)).count();
    }

    private static String words(Finding finding) {
        return finding.rule() + " at " + finding.file() + ":" + finding.start() + ": " + finding.message();
    }

    private static String line(Finding finding, Fixture fixture) {
        return fixture.files()
                .getOrDefault(finding.file(), "")
                .lines()
                .skip(finding.start().line() - 1L)
                .findFirst()
                .orElse("");
    }

    /** What one runner cannot do at all, its users do in a way of their own, which the page shows as well. */
    private static Fixture safe(Rule rule, Runner runner) {
        return Fixture.of(rule.id().value(), ofRunner(runner))
                .orElseGet(() -> Fixture.of(rule.id().value(), "safe").orElseThrow());
    }

    private static String ofRunner(Runner runner) {
        return "safe-" + runner.name().toLowerCase(Locale.ROOT);
    }

    private List<Finding> lint(Fixture fixture, Setting setting) {
        LintSettings settings = SettingsBuilder.of(fixture.settings())
                .runner(setting.runner())
                .flavour(setting.flavour())
                .build();
        return Linter.lint(fixture.migrations(project()), settings, RuleCatalog.ALL, fixture.applied())
                .findings()
                .stream()
                .filter(finding -> finding.category() != Category.FILES)
                .filter(finding -> finding.severity().isAtLeast(Severity.WARNING))
                .toList();
    }

    /** Liquibase has to be told which file runs without a transaction; the other runners see it, or have none. */
    private Fixture written(Fixture fixture, Runner runner) {
        if (runner != Runner.LIQUIBASE) {
            return fixture;
        }
        Map<String, String> files = new LinkedHashMap<>(fixture.files());
        fixture.migrations(project()).all().stream()
                .filter(migration -> migration.transactionMode() == TransactionMode.NONE)
                .map(Migration::path)
                .forEach(path -> files.computeIfPresent(
                        path,
                        (key, text) ->
                                "--liquibase formatted sql\n--changeset shop:1 runInTransaction:false\n" + text));
        return fixture.with(files);
    }

    private Path project() {
        return temporary.resolve("project" + projects.incrementAndGet());
    }
}
