package dev.pgmigrate.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.sql.Position;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values that rules and reports hand each other: ids, rewrites, fingerprints, severities. */
class LintValuesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "a1", "ban-drop-table", "add-2-columns", "x-9"})
    void idIsLowerCaseWordsJoinedByHyphens(String id) {
        assertThat(new RuleId(id)).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "-a", "a-", "a--b", "A", "a_b", "ä", "a:", "a/b", "{", "`"})
    void anythingElseIsNoId(String id) {
        assertThatThrownBy(() -> new RuleId(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void idOfAClassIsItsNameInWords() {
        assertThat(RuleId.of(EngineRule.class)).hasToString("engine-rule");
        assertThat(RuleId.of(UseURLHere.class)).hasToString("use-urlhere");
        assertThat(RuleId.question("engine-rul", List.of("engine-rule"))).contains("engine-rule");
        assertThat(new RuleId("a")).isLessThan(new RuleId("b"));
    }

    private static final class UseURLHere extends FileRule {
        private UseURLHere() {
            super(Facts.info(Category.FILES).since("0.1"));
        }

        @Override
        protected void check(FileContext file, Reporter reporter) {
            throw new UnsupportedOperationException("only its name counts");
        }
    }

    @Test
    void editsAreMadeInTheOrderOfTheText() {
        Fix fix = Fix.of(
                TextEdit.insert(7, "!"),
                new TextEdit(new SourceRange(0, 2), "x"),
                TextEdit.delete(new SourceRange(3, 4)));

        assertThat(fix.apply("ab cd efg")).isEqualTo("x d e!fg");
        assertThat(Fix.insert(1, "-").apply("ab")).isEqualTo("a-b");
        assertThat(Fix.replace(new SourceRange(0, 1), "c").apply("ab")).isEqualTo("cb");
        assertThat(Fix.delete(new SourceRange(1, 2)).apply("ab")).isEqualTo("a");
        assertThat(Fix.of(TextEdit.insert(1, "x"), TextEdit.insert(1, "y")).apply("ab"))
                .isEqualTo("axyb");
    }

    @Test
    void fixHasEditsThatDoNotOverlap() {
        assertThatThrownBy(() -> new Fix(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fix.of(TextEdit.delete(new SourceRange(0, 3)), TextEdit.delete(new SourceRange(2, 4))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stringHoldsAFixThatBeginsInsideIt() {
        Fix fix = Fix.insert(5, "x");

        assertThat(held(fix, new SourceRange(4, 6))).isTrue();
        assertThat(held(fix, new SourceRange(5, 6))).isFalse();
        assertThat(held(fix, new SourceRange(4, 5))).isFalse();
        assertThat(held(fix, new SourceRange(3, 4), new SourceRange(0, 6)))
                .as("a string in a string")
                .isTrue();
        assertThat(held(fix)).isFalse();
    }

    private static boolean held(Fix fix, SourceRange... strings) {
        return new QuotedRanges(List.of(strings)).hold(fix);
    }

    @Test
    void fingerprintOutlivesMovesAndBlanks() {
        String before = "SELECT  a\n FROM t; SELECT a FROM t;";
        String after = "-- more\nSELECT a FROM t; SELECT a FROM t;";
        List<Finding> old = List.of(finding("m", 0, 17), finding("m", 19, 34));
        List<Finding> now = List.of(finding("other", 8, 23), finding("m", 25, 40));

        List<String> fingerprints = Fingerprints.of(old, Map.of("a.sql", SourceText.of(before)));

        assertThat(fingerprints)
                .doesNotHaveDuplicates()
                .allSatisfy(one -> assertThat(one).matches("[0-9a-f]{32}"))
                .isEqualTo(Fingerprints.of(now, Map.of("a.sql", SourceText.of(after))));
        assertThat(Fingerprints.byFingerprint(old, Map.of("a.sql", SourceText.of(before))))
                .containsExactly(
                        Map.entry(fingerprints.get(0), old.get(0)), Map.entry(fingerprints.get(1), old.get(1)));
    }

    /** Without a text, or with one that is too short by now, or where the text is empty. */
    @Test
    void findingWithoutATextIsKnownByItsMessage() {
        Finding finding = finding("m", 0, 2);
        String unknown = Fingerprints.of(List.of(finding), Map.of()).get(0);

        assertThat(Fingerprints.of(List.of(finding), Map.of("a.sql", SourceText.of("a"))))
                .containsExactly(unknown);
        assertThat(Fingerprints.of(List.of(finding("m", 0, 0)), Map.of("a.sql", SourceText.of("a"))))
                .containsExactly(unknown);
        assertThat(Fingerprints.of(List.of(finding("n", 0, 2)), Map.of())).doesNotContain(unknown);
        assertThat(Fingerprints.of(List.of(finding), Map.of("a.sql", SourceText.of("ab"))))
                .doesNotContain(unknown);
    }

    private static Finding finding(String message, int start, int end) {
        Position position = new Position(1, 1);
        return new Finding(
                new RuleId("a"),
                Severity.ERROR,
                Category.FILES,
                "a.sql",
                new SourceRange(start, end),
                position,
                position,
                message,
                "advice",
                Confidence.EXACT,
                null,
                false);
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR, ERROR, true",
        "ERROR, WARNING, false",
        "WARNING, ERROR, true",
        "WARNING, WARNING, true",
        "WARNING, INFO, false",
        "NEVER, ERROR, false"
    })
    void leastSeverityThatFails(FailOn failOn, Severity severity, boolean fails) {
        Finding finding = finding("m", 0, 0).withSeverity(severity);

        assertThat(failOn.fails(severity)).isEqualTo(fails);
        LintReport report = new LintReport(List.of(finding), List.of(), Flavour.PLAIN, failOn, Set.of());
        assertThat(report.failed()).isEqualTo(fails);
        assertThat(report.count(severity)).isEqualTo(1);
        assertThat(report.withFindings(List.of()).count(severity)).isZero();
        assertThat(report.withFindings(List.of()).failed()).isFalse();
    }

    @Test
    void pendingIsWhatADatabaseSays() {
        MigrationVersion one = MigrationVersion.of("1");
        MigrationVersion two = MigrationVersion.of("2");
        AppliedVersions applied = AppliedVersions.of(List.of(one));

        assertThat(applied.isApplied(one)).isTrue();
        assertThat(applied.isApplied(two)).isFalse();
        assertThat(applied.isPending(two)).isTrue();
        assertThat(applied.isPending(one)).isFalse();
        assertThat(AppliedVersions.UNKNOWN.isPending(two)).isFalse();
    }

    @Test
    void factsSayWhatTheirBuilderWasTold() {
        Facts facts = Facts.off(Category.LOCK)
                .inSupabase(Severity.WARNING)
                .fixable()
                .alsoInRollbacks()
                .options(RuleOption.number("size", 3))
                .since("1.2");

        assertThat(facts.severity()).isEqualTo(Severity.OFF);
        assertThat(facts.supabase()).isEqualTo(Severity.WARNING);
        assertThat(facts.fixable()).isTrue();
        assertThat(facts.rollbacks()).isTrue();
        assertThat(facts.options()).extracting(RuleOption::name).containsExactly("size");
        assertThat(facts.since()).isEqualTo("1.2");
        Facts plain = Facts.warning(Category.LOCK).since("1.2");
        assertThat(plain.supabase()).isEqualTo(Severity.WARNING);
        assertThat(plain.fixable()).isFalse();
        assertThat(plain.rollbacks()).isFalse();
    }

    @Test
    void severitiesOfTheirOwnWeighLess() {
        Reporter reporter = new Reporters(null).of(EngineRule.SYNTAX_ERROR);
        Reporter.Draft draft = reporter.report("a.sql", "m", "advice").atMost(Severity.WARNING);

        assertThat(draft.finding(Severity.ERROR).severity()).isEqualTo(Severity.WARNING);
        assertThat(draft.finding(Severity.WARNING).severity()).isEqualTo(Severity.WARNING);
        assertThat(draft.finding(Severity.INFO).severity()).isEqualTo(Severity.INFO);
        assertThat(draft.finding(Severity.ERROR).confidence()).isEqualTo(Confidence.EXACT);
        assertThat(draft.assumedIf(false).finding(Severity.ERROR).confidence()).isEqualTo(Confidence.EXACT);
        assertThat(draft.assumedIf(true).finding(Severity.ERROR).confidence()).isEqualTo(Confidence.ASSUMED);
        assertThat(draft.finding(Severity.ERROR).secret()).isFalse();
        assertThat(draft.secret().finding(Severity.ERROR).secret()).isTrue();
        assertThatThrownBy(() -> reporter.report(SourceRange.at(0), "m", "advice"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void ofFindingsWithoutEndTheRestIsCounted() {
        Reporters reporters = new Reporters(SqlFile.of(Path.of("a.sql"), "a.sql", "select 1;"));
        Reporter reporter = reporters.of(EngineRule.SYNTAX_ERROR);
        for (int i = 0; i < Reporters.MOST_IN_A_FILE + 3; i++) {
            reporter.report(SourceRange.at(0), "m" + i, "advice").secret();
        }
        reporters.of(EngineRule.INVALID_DIRECTIVE).report(SourceRange.at(0), "other", "advice");

        List<Finding> findings = reporters.drafts().stream()
                .map(draft -> draft.finding(Severity.ERROR))
                .toList();
        assertThat(findings).hasSize(Reporters.MOST_IN_A_FILE + 2);
        assertThat(findings.get(findings.size() - 1).message())
                .isEqualTo("3 more findings of `syntax-error`, from this one on, are not listed");
        assertThat(findings.get(findings.size() - 1).secret()).isTrue();
    }
}
