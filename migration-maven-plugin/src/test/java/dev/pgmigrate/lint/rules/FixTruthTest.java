package dev.pgmigrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.truth.KnownMisses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a real server says of the fixes of the statements of PostgreSQL's regression suite and of our histories, each in the
 * place of its statement: it takes all that it took before, and takes it again where the finding was about a second run. Prints the
 * figures and each fix that is wrong.
 */
@Order(3)
class FixTruthTest {
    /** They give a name, without which no other rule can do the rest. */
    private static final Set<String> FIRST_HALF = Set.of("require-constraint-name");

    @TempDir
    private Path temporary;

    private int right;
    private final Map<String, String> wrong = new TreeMap<>();

    @TempDir
    private Path histories;

    @Test
    void serverTakesWhatTheFixesOfTheRegressionSuiteMake() throws IOException {
        List<SuiteFile> files = SuiteFile.ofRegressionSuite(temporary);
        try (RegressionSuite suite = RegressionSuite.start(SuiteFile.SHARE)) {
            judge(files, suite);
        }
        assertThat(right).isGreaterThan(SuiteFile.SHARE.isWhole() ? 5000 : 0);
        KnownMisses.of("fix-suite").within(SuiteFile.SHARE).assertAre(wrong.keySet());
    }

    @Test
    void serverTakesWhatTheFixesOfOurHistoriesMake() throws IOException {
        List<SuiteFile> files = SuiteFile.ofOwnHistories(temporary);
        try (RegressionSuite own = RegressionSuite.ofOwnHistories(histories, SuiteFile.OWN_SHARE)) {
            judge(files, own);
        }
        assertThat(right).isGreaterThan(SuiteFile.OWN_SHARE.isWhole() ? 5000 : 0);
        KnownMisses.of("fix").within(SuiteFile.OWN_SHARE).assertAre(wrong.keySet());
    }

    private void judge(List<SuiteFile> files, RegressionSuite suite) {
        for (SuiteFile file : files) {
            if (!file.findings().isEmpty()) {
                try (ServerConnection connection = suite.prepare(file.file())) {
                    judge(file, connection);
                }
            }
        }
        System.out.printf("fixes: %d right, %d wrong%n", right, wrong.size());
        wrong.forEach((place, text) -> System.out.println("  " + place + " " + text));
    }

    private void judge(SuiteFile file, ServerConnection connection) {
        List<SuiteStatement> statements = file.statements();
        for (int i = 0; i < statements.size() && !RegressionSuite.isOver(connection); i++) {
            SuiteStatement statement = statements.get(i);
            List<Finding> found = file.findings().getOrDefault(i, List.of());
            if (!found.isEmpty() && statement.isAsked() && runs(statement, connection)) {
                judge(found, statement, file.file().getFileName() + ":" + statement.line(), connection);
            }
            RegressionSuite.error(connection, statement.sql());
        }
    }

    /** Some depend on what another file left on the server. */
    private static boolean runs(SuiteStatement statement, ServerConnection connection) {
        return answer(List.of(statement.text()), connection).isEmpty();
    }

    private void judge(List<Finding> findings, SuiteStatement statement, String place, ServerConnection connection) {
        for (Finding finding : findings) {
            finding.fix()
                    .ifPresent(fix ->
                            judge(List.of(fix.apply(statement.text())), place + " " + finding.rule(), connection));
        }
        List<Finding> second = findings.stream()
                .filter(finding -> finding.category() == Category.IDEMPOTENCY)
                .toList();
        together(second).ifPresent(fix -> {
            String fixed = fix.apply(statement.text());
            judge(List.of(fixed, fixed), place + " " + second.get(0).rule() + " twice", connection);
        });
    }

    private void judge(List<String> runs, String place, ServerConnection connection) {
        String error = answer(runs, connection);
        if (error.isEmpty()) {
            right++;
        } else {
            wrong.put(place + " " + error, runs.get(0).replaceAll("\\s+", " "));
        }
    }

    /** Returns the fix of all findings, if each has one and they leave nothing for another round. */
    private static Optional<Fix> together(List<Finding> findings) {
        List<TextEdit> edits = findings.stream()
                .flatMap(finding -> finding.fix().stream())
                .flatMap(fix -> fix.edits().stream())
                .distinct()
                .sorted(Comparator.comparingInt(edit -> edit.range().start()))
                .toList();
        boolean complete = !findings.isEmpty()
                && findings.stream()
                        .allMatch(finding -> finding.fix().isPresent()
                                && !FIRST_HALF.contains(finding.rule().value()));
        for (int i = 1; i < edits.size(); i++) {
            complete &= edits.get(i).range().start() > edits.get(i - 1).range().end();
        }
        return complete && !edits.isEmpty() ? Optional.of(new Fix(edits)) : Optional.empty();
    }

    /** Runs all in one transaction and takes it back; returns the first error. What needs to be alone is not judged. */
    private static String answer(List<String> runs, ServerConnection connection) {
        RegressionSuite.error(connection, "BEGIN");
        String error = runs.stream()
                .map(sql -> RegressionSuite.error(connection, sql))
                .filter(answer -> !answer.isEmpty())
                .findFirst()
                .orElse("");
        RegressionSuite.error(connection, "ROLLBACK");
        return SuiteStatement.needsToBeAlone(error) ? "" : error;
    }
}
