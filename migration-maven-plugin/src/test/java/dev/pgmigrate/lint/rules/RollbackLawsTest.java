package dev.pgmigrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.RuleId;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the rules on rollbacks say of a server is true on one: the safe histories go back, and again; others do not. */
class RollbackLawsTest {
    /** They say that the server refuses the rollback, or its second run. */
    private static final Set<String> REFUSALS = Set.of("rollback-not-guarded", "rollback-order");

    @TempDir
    private Path project;

    static Stream<String> rules() {
        return RuleCatalog.ALL.stream()
                .filter(Rule::judgesRollbacks)
                .map(Rule::id)
                .map(RuleId::value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void safeHistoryGoesBackAndAgain(String rule) throws IOException {
        for (int major : TestPostgres.majors()) {
            Fixture safe = Fixture.of(rule, "safe").orElseThrow();
            if (safe.runsOn(major)) {
                assertThat(RefusedStatements.ofRollbacks(safe, major, project.resolve("safe" + major)))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void unsafeRollbackIsRefusedWhereTheRuleSaysSo(String rule) throws IOException {
        for (int major : TestPostgres.majors()) {
            Fixture unsafe = Fixture.of(rule, "unsafe").orElseThrow();
            if (REFUSALS.contains(rule) && unsafe.runsOn(major)) {
                List<String> refused = RefusedStatements.ofRollbacks(unsafe, major, project.resolve("unsafe" + major));
                assertThat(refused).isNotEmpty();
            }
        }
    }
}
