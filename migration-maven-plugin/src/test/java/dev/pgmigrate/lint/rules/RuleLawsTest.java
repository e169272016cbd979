package dev.pgmigrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.apply.ScriptRunner;
import dev.pgmigrate.apply.StatementFailedException;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.EngineRule;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.Flavour;
import dev.pgmigrate.lint.LintReport;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Linter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.RuleId;
import dev.pgmigrate.lint.SettingsBuilder;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.TransactionMode;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every rule keeps. Each law runs over the whole catalogue, so that no author can forget one. {@code -Dapprove} writes
 * the list of ids and the SQL of the pages anew; {@code -Drule=drop-policy-first,…} runs some rules alone, and with
 * {@code -Dcategory=lock -Dapprove} begins the one that is not there.
 */
@Order(5)
class RuleLawsTest {
    private static final Path IDS = Path.of("src/test/resources/dev/pgmigrate/lint/rules/rule-ids.txt");
    private static final String VERSION = NewRule.version(Path.of(".."));
    private static final boolean APPROVE = System.getProperty("approve") != null;
    private static final Set<String> ONLY =
            Set.of(System.getProperty("rule", "").split(","));

    /** No SQL of a fixture can make a rule fail for good: what fails is mended. */
    private static final List<Rule> WITH_FAILING = Stream.concat(
                    RuleCatalog.ALL.stream(), Stream.of(new FailsOnPurpose()))
            .toList();

    private static final int MOST_LINES_OF_A_PAGE = 80;
    private static final int MOST_LINES_TO_READ = 350;
    private static final int MOST_FIXES = 10;

    @TempDir
    private Path temporary;

    private final AtomicInteger projects = new AtomicInteger();

    static Stream<Rule> rules() {
        return RuleCatalog.ALL.stream()
                .filter(rule -> ONLY.contains("") || ONLY.contains(rule.id().value()));
    }

    /** The catalogue is compiled already, so a rule that is begun here is judged by the next run. */
    @BeforeAll
    static void beginTheRuleThatIsNotThere() throws IOException {
        for (String id : ONLY) {
            if (!id.isEmpty()
                    && RuleCatalog.ALL.stream()
                            .noneMatch(rule -> rule.id().value().equals(id))) {
                String category = System.getProperty("category", "");
                Category asked = Stream.of(Category.values())
                        .filter(each -> each.word().equals(category))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("There is no rule " + id
                                + ". -Drule=" + id + " -Dcategory=lock -Dapprove begins one; the categories are "
                                + Stream.of(Category.values())
                                        .map(Category::word)
                                        .collect(Collectors.joining(", "))));
                assertThat(APPROVE).as("-Dapprove, which begins the rule " + id).isTrue();
                throw new AssertionError("Begun, with " + NewRule.TO_DO + " where something is left to write: "
                        + new NewRule(Path.of(".."), new RuleId(id), asked).write() + ". -Drule=" + id
                        + " judges it from the next run on.");
            }
        }
    }

    @Test
    void catalogueIsNotEmptyAndEqualsTheClassesOfThePackages() throws Exception {
        Set<String> classes = new TreeSet<>();
        for (String name : RuleSources.classNames()) {
            if (Rule.class.isAssignableFrom(Class.forName(name))) {
                classes.add(name);
            }
        }
        Set<String> listed = RuleCatalog.ALL.stream()
                .filter(rule -> !EngineRule.ALL.contains(rule))
                .map(rule -> RuleCatalog.class.getPackageName() + "."
                        + rule.category().word() + "." + rule.getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(classes).isNotEmpty();
        assertThat(listed).as("rules, each in the package of its category").isEqualTo(classes);
        assertThat(RuleCatalog.ALL).containsAll(EngineRule.ALL);
    }

    @Test
    void idsAndFirstVersionsAreThoseOfTheGoldenList() throws IOException {
        List<String> lines = RuleCatalog.ALL.stream()
                .map(rule -> rule.id() + " " + rule.since())
                .toList();
        List<String> added = new ArrayList<>(lines);
        added.removeAll(Files.readAllLines(IDS));
        assertThat(added).as("rules that no release has").allMatch(line -> line.endsWith(" " + VERSION));
        if (APPROVE) {
            Files.write(IDS, lines);
        }
        assertThat(RuleCatalog.ALL.stream().map(Rule::id)).doesNotHaveDuplicates();
        assertThat(Files.readAllLines(IDS)).as("run with -Dapprove to accept").isEqualTo(lines);
    }

    /**
     * A limit for the class alone is kept by moving code out of sight; what has to be read before a rule can be changed is the
     * class and the helpers beside it.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void classAndItsHelpersCanBeReadInOneGo(Rule rule) throws IOException {
        if (EngineRule.ALL.contains(rule)) {
            return;
        }
        Map<String, Long> read = RuleSources.toRead(rule);
        assertThat(read.values().stream().mapToLong(Long::longValue).sum())
                .as("lines of " + read + " without imports and blank lines")
                .isLessThanOrEqualTo(MOST_LINES_TO_READ);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void nothingIsLeftToFillIn(Rule rule) throws IOException {
        List<Path> files = new ArrayList<>(List.of(
                RulePage.of(rule.id().value()).file(),
                IDS.resolveSibling(rule.id().value()).resolve("unsafe.sql"),
                IDS.resolveSibling(rule.id().value()).resolve("safe.sql")));
        if (!EngineRule.ALL.contains(rule)) {
            files.add(RuleSources.of(rule));
        }
        for (Path file : files) {
            assertThat(Files.readString(file).lines().filter(line -> line.contains(NewRule.TO_DO)))
                    .as("lines of " + file + " that say " + NewRule.TO_DO)
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void pageHasItsHeadingsInOrder(Rule rule) throws IOException {
        RulePage page = RulePage.of(rule.id().value());
        assertThat(page.text()).as(page.file() + "").startsWith("# " + rule.id() + "\n");
        assertThat(page.headings()).isEqualTo(RulePage.HEADINGS);
        assertThat(page.text().lines().count()).isLessThanOrEqualTo(MOST_LINES_OF_A_PAGE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void pageShowsTheFixtures(Rule rule) throws IOException {
        RulePage page = RulePage.of(rule.id().value());
        String unsafe = text(rule, "unsafe");
        String safe = text(rule, "safe");
        if (APPROVE) {
            page = page.withSql("## Unsafe", unsafe).withSql("## Safer", safe);
        }
        assertThat(page.sql("## Unsafe")).as("run with -Dapprove to accept").contains(unsafe);
        assertThat(page.sql("## Safer")).as("run with -Dapprove to accept").contains(safe);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void unsafeHistoryMeetsItsMarkersExactly(Rule rule) {
        Fixture unsafe = fixture(rule, "unsafe");
        assertThat(unsafe.expected()).isNotEmpty();
        List<Finding> findings = findings(rule, unsafe);
        assertThat(findings.stream().map(f -> f.file() + ":" + f.start().line()).toList())
                .as(() -> "found " + describe(findings))
                .containsExactlyInAnyOrderElementsOf(unsafe.expected().stream()
                        .map(e -> e.file() + ":" + e.line())
                        .toList());
        for (Fixture.Expected expected : unsafe.expected()) {
            assertThat(findings)
                    .as(() -> "\"" + expected.message() + "\" among " + describe(findings))
                    .anyMatch(f -> f.file().equals(expected.file())
                            && f.start().line() == expected.line()
                            && f.message().contains(expected.message()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void safeHistoryIsCleanUnderAllRules(Rule rule) {
        Fixture safe = fixture(rule, "safe");
        LintReport report = lint(safe.settings(), safe);
        assertThat(report.findings().stream()
                        .filter(f -> f.category() != Category.FILES || f.rule().equals(rule.id()))
                        .filter(f -> f.severity().isAtLeast(Severity.WARNING))
                        .toList())
                .as(() -> describe(report.findings()))
                .isEmpty();
        assertThat(findings(rule, safe))
                .as(() -> describe(findings(rule, safe)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void messageNamesTheObjectAndAdviceTellsWhatToDo(Rule rule) {
        for (Finding finding : findings(rule, fixture(rule, "unsafe"))) {
            if (!EngineRule.ALL.contains(rule)) {
                assertThat(finding.message()).contains("`").doesNotEndWith(".");
            }
            assertThat(finding.advice())
                    .matches("(?s)[A-Z].*[.]")
                    .doesNotContainIgnoringCase("please")
                    .doesNotContainIgnoringCase("should");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void suppressionSilencesItAndAnUnusedOneIsReported(Rule rule) {
        if (EngineRule.ALL.contains(rule)) {
            return;
        }
        Fixture unsafe = fixture(rule, "unsafe");
        // A file that is not taken is not read either, its comments included.
        Set<String> named =
                unsafe.migrations(project()).all().stream().map(Migration::path).collect(Collectors.toSet());
        if (findings(rule, unsafe).stream().allMatch(finding -> named.contains(finding.file()))) {
            Fixture silenced = unsafe.with(withSuppression(rule, unsafe));
            assertThat(findings(rule, silenced))
                    .as(() -> describe(findings(rule, silenced)))
                    .isEmpty();
        }
        Fixture safe = fixture(rule, "safe");
        LintReport report = lint(on(rule, safe.settings()), safe.with(withSuppression(rule, safe)));
        assertThat(report.findings().stream().map(Finding::rule)).contains(EngineRule.UNUSED_SUPPRESSION.id());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void fixLeavesNothingToFix(Rule rule) {
        Fixture unsafe = fixture(rule, "unsafe");
        boolean offered = findings(rule, unsafe).stream().anyMatch(f -> f.fix().isPresent());
        assertThat(offered).as("fixable() and the fixes of unsafe.sql agree").isEqualTo(rule.fixable());
        if (!offered) {
            return;
        }
        Fixture fixed = fixed(rule, unsafe);
        assertThat(findings(rule, fixed))
                .as(() -> fixed.files() + describe(findings(rule, fixed)))
                .noneMatch(f -> f.fix().isPresent());
        assertThat(lint(fixed.settings(), fixed).findings())
                .noneMatch(f -> f.rule().equals(EngineRule.SYNTAX_ERROR.id()));
        Fixture again = fixed(rule, fixed);
        assertThat(again.files()).isEqualTo(fixed.files());
    }

    @Tag("server")
    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void historiesRunOnRealServers(Rule rule) throws IOException {
        if (EngineRule.ALL.contains(rule)) {
            // What is no SQL is not sent.
            return;
        }
        for (int major : TestPostgres.majors()) {
            Fixture unsafe = fixture(rule, "unsafe");
            if (unsafe.runsOn(major)) {
                var refusal = RulePage.of(rule.id().value()).refusal();
                if (refusal.isPresent()) {
                    assertThatThrownBy(() -> run(unsafe, major))
                            .isInstanceOfSatisfying(
                                    StatementFailedException.class,
                                    e -> assertThat(e.error().sqlState()).isEqualTo(refusal.get()));
                } else {
                    run(unsafe, major);
                    if (rule.fixable()) {
                        run(fixed(rule, unsafe), major);
                    }
                }
            }
            Fixture safe = fixture(rule, "safe");
            if (safe.runsOn(major)) {
                run(safe, major);
            }
        }
    }

    private void run(Fixture fixture, int major) throws IOException {
        try (ServerConnection connection = TestPostgres.of(major).connect()) {
            if (fixture.flavour() == Flavour.SUPABASE) {
                RefusedStatements.prepare(connection);
            }
            for (Migration migration : fixture.migrations(project()).all()) {
                boolean wrapped = migration.transactionMode() == TransactionMode.TRANSACTION
                        && fixture.settings().runner() != Runner.PSQL;
                connection.execute(wrapped ? "BEGIN" : "SELECT 1");
                new ScriptRunner(connection).run(migration.sql());
                connection.execute(wrapped ? "COMMIT" : "SELECT 1");
                connection.execute("RESET ALL");
            }
        }
    }

    private Fixture fixed(Rule rule, Fixture fixture) {
        Fixture current = fixture;
        for (int i = 0; i < MOST_FIXES; i++) {
            Map<String, String> files = new LinkedHashMap<>(current.files());
            boolean changed = false;
            Set<String> touched = new TreeSet<>();
            for (Finding finding : findings(rule, current)) {
                if (finding.fix().isPresent() && touched.add(finding.file())) {
                    Fix fix = finding.fix().orElseThrow();
                    files.computeIfPresent(finding.file(), (path, text) -> fix.apply(text));
                    fix.newFile()
                            .ifPresent(
                                    file -> files.put(file.path(), file.text().get()));
                    changed = true;
                }
            }
            if (!changed) {
                return current;
            }
            current = current.with(files);
        }
        throw new AssertionError("Fixing " + rule.id() + " comes to no end: " + current.files());
    }

    private static Map<String, String> withSuppression(Rule rule, Fixture fixture) {
        Map<String, String> files = new HashMap<>(fixture.files());
        files.replaceAll(
                (path, text) -> "-- migrate:ignore-file " + rule.id() + " reason=\"accepted in this test\"\n" + text);
        return files;
    }

    private List<Finding> findings(Rule rule, Fixture fixture) {
        return lint(on(rule, fixture.settings()), fixture).findings().stream()
                .filter(finding -> finding.rule().equals(rule.id()))
                .toList();
    }

    private static LintSettings on(Rule rule, LintSettings settings) {
        Severity own = rule.severity(settings.flavour());
        Map<RuleId, Severity> on = Map.of(rule.id(), own == Severity.OFF ? Severity.WARNING : own);
        return SettingsBuilder.of(settings).rules(on).build();
    }

    private LintReport lint(LintSettings settings, Fixture files) {
        return Linter.lint(files.migrations(project()), settings, WITH_FAILING, files.applied());
    }

    private Path project() {
        return temporary.resolve("project" + projects.incrementAndGet());
    }

    private static Fixture fixture(Rule rule, String name) {
        return Fixture.of(rule.id().value(), name)
                .orElseThrow(() -> new AssertionError("No fixture " + rule.id() + "/" + name + ".sql"));
    }

    private static String text(Rule rule, String name) throws IOException {
        Path file = IDS.resolveSibling(rule.id().value()).resolve(name + ".sql");
        assertThat(file).exists();
        return Fixture.shown(Files.readString(file));
    }

    private static String describe(List<Finding> findings) {
        return findings.stream()
                .map(f -> "\n  " + f.file() + ":" + f.start() + " " + f.rule() + ": " + f.message())
                .collect(Collectors.joining());
    }
}
