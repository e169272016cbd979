package dev.pgmigrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Confidence;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.truth.KnownMisses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a server says of each statement of PostgreSQL's regression suite and of our histories when it gets it a second time,
 * and what the findings on re-runnability say of it as a file of its own. Prints the figures and each miss.
 */
class SecondStatementTruthTest {
    /** They say that the second run makes something twice, which no server refuses. */
    private static final Set<String> NOT_REFUSED = Set.of("require-index-name", "require-constraint-name");

    private static final Pattern NAMED = Pattern.compile("fails with ([0-9A-Z]{5})");

    @TempDir
    private Path temporary;

    private int right;
    private final List<String> missed = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> misnamed = new ArrayList<>();

    @Test
    void findingsPredictWhatTheServerSaysTheSecondTimeOfTheRegressionSuite() throws IOException {
        judge(SuiteFile.ofRegressionSuite(temporary));
        assertThat(right).isGreaterThan(SuiteFile.SHARE.isWhole() ? 5000 : 0);
        KnownMisses.of("second-statement-suite").within(SuiteFile.SHARE).assertAre(misses());
    }

    @Test
    void findingsPredictWhatTheServerSaysTheSecondTimeOfOurHistories() throws IOException {
        judge(SuiteFile.ofOwnHistories(temporary));
        assertThat(right).isGreaterThan(SuiteFile.OWN_SHARE.isWhole() ? 5000 : 0);
        KnownMisses.of("second-statement").within(SuiteFile.OWN_SHARE).assertAre(misses());
    }

    private List<String> misses() {
        return Stream.of(missed, wrong, misnamed).flatMap(List::stream).toList();
    }

    private void judge(List<SuiteFile> files) {
        for (SuiteFile file : files) {
            List<SuiteStatement> statements = file.statements();
            Map<Integer, List<Finding>> found = ofSecondRun(file.findings());
            for (int i = 0; i < statements.size(); i++) {
                SuiteStatement asked = statements.get(i);
                if (!asked.isAsked()) {
                    continue;
                }
                boolean refused = !asked.second().isEmpty();
                String shown = file.file().getFileName() + ":" + asked.line() + " ";
                if (refused && found.containsKey(i)) {
                    right++;
                    if (!isNamed(asked.second(), found.get(i))) {
                        misnamed.add(shown + "misnamed " + asked.second());
                    }
                } else if (refused) {
                    missed.add(shown + "missed " + asked.second());
                } else if (found.containsKey(i)) {
                    wrong.add(shown + "wrong " + found.get(i).get(0).rule());
                }
            }
        }
        System.out.printf(
                "second run of each statement: %d refused and found, %d missed, %d wrong%n",
                right, missed.size(), wrong.size());
        misses().forEach(line -> System.out.println("  " + line));
    }

    /** Returns whether a finding says that the statement fails with this error, or none says with which. */
    private static boolean isNamed(String sqlState, List<Finding> findings) {
        List<String> named = findings.stream()
                .map(finding -> NAMED.matcher(finding.message()))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .toList();
        return named.isEmpty() || named.contains(sqlState);
    }

    /** Keeps what says that the second run of a statement fails. */
    private static Map<Integer, List<Finding>> ofSecondRun(Map<Integer, List<Finding>> findings) {
        Map<Integer, List<Finding>> kept = new HashMap<>();
        findings.forEach((index, said) -> {
            List<Finding> refused =
                    said.stream().filter(SecondStatementTruthTest::isRefused).toList();
            if (!refused.isEmpty()) {
                kept.put(index, refused);
            }
        });
        return kept;
    }

    private static boolean isRefused(Finding finding) {
        return finding.category() == Category.IDEMPOTENCY
                && finding.confidence() == Confidence.EXACT
                && finding.severity().isAtLeast(Severity.WARNING)
                && !NOT_REFUSED.contains(finding.rule().value());
    }
}
