package dev.pgmigrate.lint.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Confidence;
import dev.pgmigrate.lint.EngineRule;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.Linter;
import dev.pgmigrate.lint.SettingsBuilder;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.rules.SuiteCourse.Asked;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.truth.KnownMisses;
import dev.pgmigrate.truth.SuiteShare;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a server refuses for what stands in the files is a finding that names the error, and what it takes has none: over
 * PostgreSQL's own regression suite ({@code -Dconformance.dir}), and the second over our histories as well. Prints the
 * figures and each miss. The build judges a share of the suite; {@code -Dlaw.files=.+} judges it all.
 */
@Order(11)
class FirstRunTruthTest {
    /** The files about PL/pgSQL, functions, types, partitions, triggers and views, in which every refusal should be found. */
    private static final Set<String> RECALLED = Set.of(("alter_table create_function_sql create_procedure create_table "
                    + "create_table_like create_type create_view domain enum event_trigger hash_part indexing inherit "
                    + "matview partition_aggregate partition_info partition_join partition_prune plpgsql polymorphism "
                    + "rangetypes rowtypes rules select_views triggers typed_table updatable_views")
            .split(" "));

    /** What they find at least of it, in a hundred. */
    private static final double FOUND = 95;

    /** Rules that say that a statement is refused, whatever their message names. */
    private static final Set<String> SAY_THAT_IT_IS_REFUSED = Set.of(
            "circular-foreign-key",
            "concurrent-index-on-partitioned",
            "drop-order",
            "drop-with-dependents",
            "duplicate-object",
            "enum-value-used-in-transaction",
            "or-replace-signature-change",
            "unknown-object",
            "use-before-create");

    private static final Pattern STATE = Pattern.compile("\\b(?:42|0A)[0-9A-Z]{3}\\b");

    /** What is said of a second run, and of the rows that come later, neither of which this test makes. */
    private static final Pattern LATER = Pattern.compile("when the file runs again|the first row that gets here");

    /** The error of a base type that nothing has announced. */
    private static final String NO_SHELL = SqlState.DUPLICATE_OBJECT;

    private static final Set<String> OF_ABSENCE =
            Set.of(SqlState.UNDEFINED_TABLE, SqlState.UNDEFINED_OBJECT, SqlState.UNDEFINED_FUNCTION, NO_SHELL);
    private static final Pattern ABSENT =
            Pattern.compile("(?:[a-z ]+) \"?(?:\\w+\\.)?([\\w ]+)\"?(?:\\(.*\\))? does not exist");

    /** What a block catches, the server has refused, and nobody hears of it. */
    private static final Pattern HANDLED = Pattern.compile("(?is)\\A\\s*do\\b.*\\bexception\\s+when\\b");

    @TempDir
    private Path temporary;

    @TempDir
    private Path histories;

    private int taken;
    private int found;
    private int outside;
    private final List<String> missed = new ArrayList<>();
    private final List<String> misnamed = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void findingsPredictWhatTheServerSaysOfTheRegressionSuite() throws IOException {
        SuiteShare share = SuiteShare.of("first run");
        try (RegressionSuite suite = RegressionSuite.start(share)) {
            judge(suite, RECALLED::contains);
        }
        double recall = 100.0 * found / Math.max(1, found + missed.size() + misnamed.size());
        System.out.printf(
                Locale.ROOT,
                "refused at first: %d found, %d missed, %d misnamed (recall %.1f %%), %d decided by the database%n",
                found,
                missed.size(),
                misnamed.size(),
                recall,
                outside);
        Stream.of(missed, misnamed).flatMap(List::stream).forEach(line -> System.out.println("  " + line));
        assertThat(recall).isGreaterThan(share.isWhole() ? FOUND : 0);
        KnownMisses.of("first-run-suite").assertAreAtMost(misses());
    }

    @Test
    void serverTakesNothingOfOurHistoriesThatIsSaidToBeRefused() throws IOException {
        try (RegressionSuite own = RegressionSuite.ofOwnHistories(histories, SuiteShare.ofOwn("first-run"))) {
            judge(own, file -> false);
        }
    }

    private List<String> misses() {
        return Stream.of(missed, misnamed)
                .flatMap(List::stream)
                .map(miss -> miss.substring(0, miss.indexOf(" | ")))
                .toList();
    }

    private void judge(RegressionSuite suite, Predicate<String> recalled) throws IOException {
        for (Path file : suite.files()) {
            SuiteCourse course = SuiteCourse.of(suite, file);
            List<Finding> findings = findings(file, course.text());
            boolean counts = recalled.test(file.getFileName().toString().replace(".sql", ""));
            StringBuilder earlier = new StringBuilder(course.setup());
            for (Asked asked : course.asked()) {
                List<Finding> said = findings.stream()
                        .filter(finding -> asked.holds(finding.range().start()))
                        .toList();
                String place = file.getFileName() + ":" + asked.line();
                if (asked.error() == null && !isHandled(asked, course)) {
                    taken++;
                    earlier.append(course.text(), asked.start(), asked.end()).append('\n');
                    said.forEach(finding -> wrong.add(place + " " + finding.rule() + ": " + finding.message()));
                } else if (counts && STATE.matcher(asked.sqlState()).matches()) {
                    refused(asked, said, place, earlier);
                }
            }
        }
        System.out.printf(Locale.ROOT, "taken at first: %d, %d said to be refused%n", taken, wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(taken).isGreaterThan(suite.files().size());
    }

    private static boolean isHandled(Asked asked, SuiteCourse course) {
        return HANDLED.matcher(course.text().substring(asked.start(), asked.end()))
                .find();
    }

    private void refused(Asked asked, List<Finding> said, String place, CharSequence earlier) {
        if (said.stream().anyMatch(finding -> state(finding).equals(asked.sqlState()))) {
            found++;
        } else if (isOfTheDatabase(asked, earlier)) {
            outside++;
        } else if (said.isEmpty()) {
            missed.add(place + " missed " + asked.sqlState() + " | " + asked.message());
        } else {
            misnamed.add(place + " misnamed " + asked.sqlState() + " | " + asked.message() + ", "
                    + said.get(0).message());
        }
    }

    /**
     * Whether an object is there of which no statement before has spoken does not stand in the files. A statement that was
     * refused is none of them: whoever applies the files stops there.
     */
    private static boolean isOfTheDatabase(Asked asked, CharSequence earlier) {
        Matcher absent = ABSENT.matcher(asked.message());
        return OF_ABSENCE.contains(asked.sqlState())
                && absent.matches()
                && !Pattern.compile("(?i)\\b" + Pattern.quote(absent.group(1)) + "\\b")
                        .matcher(earlier)
                        .find();
    }

    private List<Finding> findings(Path file, String text) throws IOException {
        Path project = temporary.resolve(file.getFileName().toString());
        Path folder = Files.createDirectories(project.resolve("migrations"));
        Files.writeString(folder.resolve("0001_suite.sql"), text, UTF_8);
        Migrations migrations = Migrations.read(new MigrationFolders(project, List.of(folder), null));
        return Linter.lint(
                        migrations,
                        SettingsBuilder.defaults()
                                .runner(Runner.PSQL)
                                .target(PostgresVersion.NEWEST)
                                .build(),
                        RuleCatalog.ALL,
                        AppliedVersions.UNKNOWN)
                .findings()
                .stream()
                .filter(FirstRunTruthTest::isOfTheFirstRun)
                .toList();
    }

    private static boolean isOfTheFirstRun(Finding finding) {
        return (!state(finding).isEmpty()
                        || SAY_THAT_IT_IS_REFUSED.contains(finding.rule().value()))
                && finding.confidence() == Confidence.EXACT
                && finding.severity() != Severity.OFF
                && finding.category() != Category.IDEMPOTENCY
                && !LATER.matcher(finding.message()).find();
    }

    private static String state(Finding finding) {
        Matcher matcher = STATE.matcher(finding.message());
        if (matcher.find()) {
            return matcher.group();
        }
        return finding.rule().equals(EngineRule.SYNTAX_ERROR.id()) ? SqlState.SYNTAX_ERROR : "";
    }
}
