package dev.pgmigrate.lint.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.EngineRule;
import dev.pgmigrate.lint.Linter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.SettingsBuilder;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.migration.Migration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules of order and idempotency see through the house idioms: with every statement of their fixtures written so that it can
 * run twice, they find what they found, but for what the idiom answers. What else comes or goes is listed with its reason in
 * {@code house-idioms.txt}.
 */
class HouseIdiomTest {
    private static final Path LINT = Path.of("src/test/resources/dev/pgmigrate/lint");

    /** They ask for an idiom, or report what an idiom skips. */
    private static final Set<String> ANSWERED = Set.of(
            "drop-constraint-first",
            "drop-policy-first",
            "drop-trigger-first",
            "duplicate-object",
            "guard-enum-create",
            "guard-type-create",
            "guard-wrong-condition",
            "attach-not-idempotent",
            "publication-not-idempotent",
            "require-enum-value-if-not-exists",
            "require-if-exists",
            "require-if-not-exists",
            "require-or-replace",
            "unguarded-create");

    /** An idiom that the grammar does not have would be one more difference. */
    private static final List<Rule> JUDGED = Stream.concat(
                    RuleCatalog.ALL.stream().filter(HouseIdiomTest::isJudged), Stream.of(EngineRule.SYNTAX_ERROR))
            .toList();

    @TempDir
    private Path temporary;

    private final AtomicInteger projects = new AtomicInteger();

    /** Where a rule finds something. */
    private record Spot(String rule, String file, int line) implements Comparable<Spot> {
        @Override
        public int compareTo(Spot other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return rule + " " + file + ":" + line;
        }
    }

    @Test
    void findsTheSameInTheHouseIdiom() throws IOException {
        List<String> differences = new ArrayList<>();
        int rewritten = 0;
        for (Rule rule : RuleCatalog.ALL) {
            for (Map.Entry<String, Fixture> fixture : fixtures(rule).entrySet()) {
                Fixture before = fixture.getValue();
                Set<Spot> was = spots(rule, before);
                for (HouseIdiom idiom : HouseIdiom.values()) {
                    Fixture after = rewritten(before, idiom);
                    rewritten += after.files().equals(before.files()) ? 0 : 1;
                    differences(rule, was, before, after)
                            .forEach(difference ->
                                    differences.add(idiom.word() + " " + fixture.getKey() + " " + difference));
                }
            }
        }
        assertThat(rewritten).isGreaterThan(300);
        assertThat(differences).containsExactlyInAnyOrderElementsOf(known());
    }

    /** What is listed has its reason in the comment above it. */
    private static List<String> known() throws IOException {
        List<String> known = new ArrayList<>();
        String previous = "";
        for (String line : Files.readAllLines(LINT.resolve("house-idioms.txt"), UTF_8)) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                assertThat(previous).as("reason of " + line).isNotEmpty();
                known.add(line);
            }
            previous = line;
        }
        return known;
    }

    private static boolean isJudged(Rule rule) {
        return rule.category() == Category.ORDER || rule.category() == Category.IDEMPOTENCY;
    }

    /** Lists what is found only before ({@code -}) and only after ({@code +}). */
    private List<String> differences(Rule rule, Set<Spot> was, Fixture before, Fixture after) {
        Set<Spot> is = spots(rule, after);
        List<String> differences = new ArrayList<>();
        was.stream()
                .filter(spot -> !is.contains(spot) && !isAnswered(spot, before, after))
                .forEach(spot -> differences.add("- " + spot));
        is.stream().filter(spot -> !was.contains(spot)).forEach(spot -> differences.add("+ " + spot));
        return differences;
    }

    private static boolean isAnswered(Spot spot, Fixture before, Fixture after) {
        return ANSWERED.contains(spot.rule()) && !line(spot, before).equals(line(spot, after));
    }

    private static String line(Spot spot, Fixture fixture) {
        return fixture.files()
                .getOrDefault(spot.file(), "")
                .lines()
                .skip(spot.line() - 1L)
                .findFirst()
                .orElse("");
    }

    private Fixture rewritten(Fixture fixture, HouseIdiom idiom) {
        Map<String, String> files = new LinkedHashMap<>(fixture.files());
        for (Migration migration : fixture.migrations(project()).all()) {
            files.computeIfPresent(migration.path(), (path, text) -> idiom.rewrite(migration.sql()));
        }
        return fixture.with(files);
    }

    private static Map<String, Fixture> fixtures(Rule rule) throws IOException {
        Map<String, Fixture> fixtures = new TreeMap<>();
        if (!isJudged(rule)) {
            return fixtures;
        }
        for (String name : List.of("unsafe", "safe")) {
            Fixture.of(rule.id().value(), name).ifPresent(fixture -> fixtures.put(rule.id() + "/" + name, fixture));
        }
        try (Stream<Path> cases = RuleCasesTest.cases()) {
            for (Path file : cases.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(rule.id() + ".")) {
                    fixtures.put(name, Fixture.parse(Files.readString(file, UTF_8)));
                }
            }
        }
        return fixtures;
    }

    private Set<Spot> spots(Rule rule, Fixture fixture) {
        Set<Spot> spots = new TreeSet<>();
        Linter.lint(
                        fixture.migrations(project()),
                        SettingsBuilder.of(fixture.settings())
                                .rules(Map.of(rule.id(), Severity.WARNING))
                                .build(),
                        JUDGED,
                        fixture.applied())
                .findings()
                .forEach(finding -> spots.add(new Spot(
                        finding.rule().value(), finding.file(), finding.start().line())));
        return spots;
    }

    private Path project() {
        return temporary.resolve("project" + projects.incrementAndGet());
    }
}
