package dev.pgmigrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Confidence;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a server says of each statement of PostgreSQL's regression suite when it gets it a second time, and what the
 * findings on re-runnability say of it as a file of its own. Prints the figures and each miss.
 */
class SecondStatementTruthTest {
    private static final double RECALL = 0.98;
    private static final double PRECISION = 0.99;

    /** They say that the second run makes something twice, which no server refuses. */
    private static final Set<String> NOT_REFUSED = Set.of("require-index-name", "require-constraint-name");

    private static final Pattern NAMED = Pattern.compile("fails with ([0-9A-Z]{5})");

    @TempDir
    private Path temporary;

    @Test
    void findingsPredictWhatTheServerSaysTheSecondTime() throws IOException {
        int right = 0;
        List<String> missed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        List<String> misnamed = new ArrayList<>();
        try (RegressionSuite suite = RegressionSuite.start()) {
            for (Path file : suite.files()) {
                List<SuiteStatement> statements = SuiteStatement.of(suite, file);
                Map<Integer, List<Finding>> found =
                        ofSecondRun(SuiteStatement.findings(statements, temporary.resolve(file.getFileName())));
                for (int i = 0; i < statements.size(); i++) {
                    SuiteStatement asked = statements.get(i);
                    if (!asked.isAsked()) {
                        continue;
                    }
                    boolean refused = !asked.second().isEmpty();
                    String shown = file.getFileName() + ":" + asked.line() + " " + asked.second();
                    if (refused && found.containsKey(i)) {
                        right++;
                        if (!isNamed(asked.second(), found.get(i))) {
                            misnamed.add(shown + " " + found.get(i).get(0).message());
                        }
                    } else if (refused) {
                        missed.add(shown);
                    } else if (found.containsKey(i)) {
                        wrong.add(shown);
                    }
                }
            }
        }
        double recall = (double) right / (right + missed.size());
        double precision = (double) right / (right + wrong.size());
        System.out.printf(
                "second run of each statement: %d refused and found, %d missed (recall %.1f %%), %d wrong (precision %.1f %%)%n",
                right, missed.size(), recall * 100, wrong.size(), precision * 100);
        missed.forEach(line -> System.out.println("  missed " + line));
        wrong.forEach(line -> System.out.println("  wrong  " + line));
        misnamed.forEach(line -> System.out.println("  other error " + line));
        assertThat(recall).isGreaterThanOrEqualTo(RECALL);
        assertThat(precision).isGreaterThanOrEqualTo(PRECISION);
        assertThat(misnamed).hasSizeLessThanOrEqualTo((int) (right * (1 - PRECISION)));
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
