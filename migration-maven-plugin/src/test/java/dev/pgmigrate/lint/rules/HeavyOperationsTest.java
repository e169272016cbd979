package dev.pgmigrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.effect.LockExample;
import dev.pgmigrate.effect.LockMatrix;
import dev.pgmigrate.effect.Operation;
import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Linter;
import dev.pgmigrate.lint.SettingsBuilder;
import dev.pgmigrate.postgres.PostgresVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What reads, builds or rewrites a table in use while others cannot write to it is a finding of a rule about locks: each
 * statement of {@code lock-examples.txt} of which {@code locks.csv} says so.
 */
class HeavyOperationsTest {
    private static final PostgresVersion NEWEST = new PostgresVersion(18);
    private static final String CHANGE = "migrations/20250102000000_change.sql";

    /** These are left alone, for want of anything better to do. */
    private static final Map<String, String> NO_BETTER_WAY = Map.of(
            "refresh materialized view concurrently m", "it is the way that lets readers go on",
            "alter domain whole validate constraint k", "it is the second half of the way that the rules advise");

    @TempDir
    private Path project;

    @Test
    void whateverBlocksForLongIsAFinding() throws IOException {
        Set<String> silent = new TreeSet<>();
        List<LockExample> examples = LockExample.all();
        for (int i = 0; i < examples.size(); i++) {
            LockExample example = examples.get(i);
            if (isHeavy(example.operation()) && !isFound(example, project.resolve("p" + i))) {
                silent.add(example.statement());
            }
        }
        assertThat(silent).isEqualTo(NO_BETTER_WAY.keySet());
    }

    private static boolean isHeavy(Operation operation) {
        return LockMatrix.rows(operation, NEWEST).stream()
                .anyMatch(row -> row.mode().blocksWrites() && row.work().growsWithTheTable());
    }

    private static boolean isFound(LockExample example, Path folder) throws IOException {
        Map<String, String> files =
                Map.of("migrations/20250101000000_setup.sql", example.setup() + ";", CHANGE, example.statement() + ";");
        LintSettings settings = SettingsBuilder.defaults().target(NEWEST).build();
        return Linter.lint(
                        new Fixture(Map.of(), files, List.of(), Map.of()).migrations(folder),
                        settings,
                        RuleCatalog.ALL,
                        AppliedVersions.UNKNOWN)
                .findings()
                .stream()
                .anyMatch(finding ->
                        finding.category() == Category.LOCK && finding.file().equals(CHANGE));
    }
}
