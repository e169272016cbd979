package dev.pgmigrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.rules.RuleCatalog;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.truth.LargerSets;
import dev.pgmigrate.truth.LawFiles;
import dev.pgmigrate.truth.OwnHistories;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule names the types of statement that it looks at, so that it is asked about no other; none of them may be missing. */
class StatementsLawTest {
    private static final Path CORPUS = Path.of(System.getProperty("corpus.dir", "../../shared/corpus"));

    /** Those that are off by default keep the law as well. */
    private static final LintSettings EVERYTHING_ON = SettingsBuilder.defaults()
            .rules(RuleCatalog.ALL.stream()
                    .collect(Collectors.toMap(Rule::id, rule -> Severity.WARNING, (one, other) -> one)))
            .build();

    @TempDir
    private Path temporary;

    @Test
    void ruleSaysTheSameOfOurHistoriesWhenItIsAskedAboutEverything() throws IOException {
        List<OwnHistories.Own> histories = OwnHistories.folders();
        assertThat(histories).hasSizeGreaterThan(LawFiles.areAll() ? 1000 : 0);
        for (OwnHistories.Own own : histories) {
            Path project = temporary.resolve(own.name().replace('/', '.'));
            own.history().migrations(project);
            assertSameFindings(project.resolve("migrations"));
        }
    }

    @Test
    void ruleSaysTheSameOfTheCorpusWhenItIsAskedAboutEverything() throws IOException {
        LargerSets.assumeThere(CORPUS, "corpus.dir");
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
                .map(rule ->
                        rule instanceof StatementRule<?> ofStatements ? new AskedAboutEverything(ofStatements) : rule)
                .toList();
        assertThat(findings(folder, asked)).as(folder.toString()).isEqualTo(findings(folder, RuleCatalog.ALL));
    }

    private static List<Finding> findings(Path folder, List<Rule> rules) {
        Migrations migrations = Migrations.read(new MigrationFolders(folder, List.of(folder), null));
        return Linter.lint(migrations, EVERYTHING_ON, rules, AppliedVersions.UNKNOWN)
                .findings();
    }

    /** Asks a rule about all that its method takes, whatever it has named. */
    private static final class AskedAboutEverything extends StatementRule<Statement> {
        private final StatementRule<?> rule;
        private final Class<?> taken;

        AskedAboutEverything(StatementRule<?> rule) {
            super(rule.id(), rule.facts(), Statement.class);
            this.rule = rule;
            this.taken =
                    (Class<?>) ((ParameterizedType) rule.getClass().getGenericSuperclass()).getActualTypeArguments()[0];
        }

        @Override
        protected void check(Statement statement, LintContext context, Reporter reporter) {
            if (taken.isInstance(statement)) {
                rule.judge(context, reporter);
            }
        }
    }
}
