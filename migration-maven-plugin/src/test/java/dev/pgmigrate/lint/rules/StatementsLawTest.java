package dev.pgmigrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.EngineRule;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.Flavour;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Linter;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.RuleId;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.replay.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule names the kinds of statement that it looks at, so that it is asked about no other; none of them may be missing. */
class StatementsLawTest {
    private static final Path FIXTURES = Path.of("src/test/resources/dev/pgmigrate/lint");
    private static final Path CORPUS = Path.of(System.getProperty("corpus.dir", "../../shared/corpus"));

    /** Those that are off by default keep the law as well. */
    private static final LintSettings EVERYTHING_ON = LintSettings.defaults()
            .withRules(RuleCatalog.ALL.stream()
                    .collect(Collectors.toMap(Rule::id, rule -> Severity.WARNING, (one, other) -> one)));

    @TempDir
    private Path temporary;

    @Test
    void ruleSaysTheSameOfTheFixturesWhenItIsAskedAboutEverything() throws IOException {
        List<Path> fixtures = sqlFilesBelow(FIXTURES);
        assertThat(fixtures).hasSizeGreaterThan(RuleCatalog.ALL.size());
        int number = 0;
        for (Path fixture : fixtures) {
            Path folder =
                    Files.createDirectories(temporary.resolve("p" + number++).resolve("migrations"));
            Files.copy(fixture, folder.resolve("0001_fixture.sql"));
            assertSameFindings(folder);
        }
    }

    @Test
    void ruleSaysTheSameOfTheCorpusWhenItIsAskedAboutEverything() throws IOException {
        assumeThat(Files.isDirectory(CORPUS))
                .as("No corpus in " + CORPUS + " (-Dcorpus.dir)")
                .isTrue();
        Set<Path> folders = sqlFilesBelow(CORPUS).stream()
                .map(file -> file.toAbsolutePath().normalize().getParent())
                .collect(Collectors.toCollection(TreeSet::new));
        for (Path folder : folders) {
            assertSameFindings(folder);
        }
    }

    private static List<Path> sqlFilesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    private static void assertSameFindings(Path folder) {
        List<Rule> asked = RuleCatalog.ALL.stream()
                .map(rule -> EngineRule.ALL.contains(rule) ? rule : new AskedAboutEverything(rule))
                .toList();
        assertThat(findings(folder, asked)).as(folder.toString()).isEqualTo(findings(folder, RuleCatalog.ALL));
    }

    private static List<Finding> findings(Path folder, List<Rule> rules) {
        Migrations migrations = Migrations.read(new MigrationFolders(folder, List.of(folder), null));
        return Linter.lint(migrations, EVERYTHING_ON, rules, AppliedVersions.UNKNOWN)
                .findings();
    }

    private record AskedAboutEverything(Rule rule) implements Rule {
        @Override
        public RuleId id() {
            return rule.id();
        }

        @Override
        public Severity severity() {
            return rule.severity();
        }

        @Override
        public Severity severity(Flavour flavour) {
            return rule.severity(flavour);
        }

        @Override
        public Category category() {
            return rule.category();
        }

        @Override
        public Set<Place> places() {
            return rule.places();
        }

        @Override
        public boolean judgesRollbacks() {
            return rule.judgesRollbacks();
        }

        @Override
        public void check(LintContext context, Reporter reporter) {
            rule.check(context, reporter);
        }

        @Override
        public void checkFile(FileContext context, Reporter reporter) {
            rule.checkFile(context, reporter);
        }

        @Override
        public void checkFolder(FolderContext context, Reporter reporter) {
            rule.checkFolder(context, reporter);
        }
    }
}
