package dev.pgmigrate.lint.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.Confidence;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.Linter;
import dev.pgmigrate.lint.SettingsBuilder;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A finding that says that the server refuses a statement is never about one that it takes: runs PostgreSQL's own
 * regression suite ({@code -Dconformance.dir}) and our histories, and judges the statements that succeed.
 */
class RefusalTruthTest {
    private static final Set<String> SAY_THAT_IT_IS_REFUSED = Set.of(
            "circular-foreign-key",
            "concurrent-index-on-partitioned",
            "drop-order",
            "drop-with-dependents",
            "duplicate-object",
            "enum-value-used-in-transaction",
            "invalid-expression",
            "invalid-inheritance",
            "invalid-partition-bound",
            "invalid-partition-key",
            "invalid-plpgsql",
            "invalid-routine",
            "invalid-row",
            "invalid-table-change",
            "invalid-trigger",
            "or-replace-signature-change",
            "or-replace-view-columns",
            "unknown-column",
            "unknown-object",
            "use-before-create");

    /** What is said of a second run, which this test does not make. */
    private static final String SECOND_RUN = "when the file runs again";

    @TempDir
    private Path temporary;

    @TempDir
    private Path histories;

    @Test
    void serverTakesNothingOfTheRegressionSuiteThatIsSaidToBeRefused() throws IOException {
        try (RegressionSuite suite = RegressionSuite.start()) {
            judge(suite);
        }
    }

    @Test
    void serverTakesNothingOfOurHistoriesThatIsSaidToBeRefused() throws IOException {
        try (RegressionSuite own = RegressionSuite.ofOwnHistories(histories)) {
            judge(own);
        }
    }

    private void judge(RegressionSuite suite) throws IOException {
        List<String> wrong = new ArrayList<>();
        int succeeded = 0;
        for (Path file : suite.files()) {
            SourceText source = SourceText.of(Files.readString(file, UTF_8));
            List<SourceRange> ran;
            try (ServerConnection connection = suite.prepare(file)) {
                ran = run(connection, source);
            }
            succeeded += ran.size();
            findings(file, only(source, ran)).stream()
                    .map(finding -> file.getFileName() + ":" + finding.start() + " " + finding.rule() + ": "
                            + finding.message())
                    .forEach(wrong::add);
        }
        assertThat(succeeded).isGreaterThan(suite.files().size());
        assertThat(wrong).isEmpty();
    }

    /** Returns the statements that ran and were not taken back. */
    private static List<SourceRange> run(ServerConnection connection, SourceText source) {
        List<SourceRange> kept = new ArrayList<>();
        List<SourceRange> open = new ArrayList<>();
        boolean failed = false;
        for (Statement statement : RegressionSuite.changes(source)) {
            boolean before = connection.inTransaction();
            boolean good = RegressionSuite.error(connection, source.text(statement.range()))
                    .isEmpty();
            if (RegressionSuite.isOver(connection)) {
                return kept;
            }
            boolean within = connection.inTransaction();
            if (before && !within && (failed || !good)) {
                // The COMMIT of a transaction that has failed takes back.
                open.clear();
            } else if (good) {
                open.add(statement.range());
            }
            failed = within && !good;
            if (!within) {
                kept.addAll(open);
                open.clear();
            }
        }
        kept.addAll(open);
        return kept;
    }

    /** Returns the text with nothing but {@code ranges}, each where it was. */
    private static String only(SourceText source, List<SourceRange> ranges) {
        StringBuilder text = new StringBuilder(source.text().replaceAll("[^\n]", " ")).append(' ');
        for (SourceRange range : ranges) {
            text.replace(range.start(), range.end(), source.text(range));
            text.setCharAt(range.end(), ';');
        }
        return text.toString();
    }

    private List<Finding> findings(Path file, String text) throws IOException {
        Path project = temporary.resolve(file.getFileName().toString());
        Path folder = Files.createDirectories(project.resolve("migrations"));
        Files.writeString(folder.resolve("0001_suite.sql"), text, UTF_8);
        Migrations migrations = Migrations.read(new MigrationFolders(project, List.of(folder), null));
        return Linter.lint(
                        migrations,
                        SettingsBuilder.defaults()
                                .target(PostgresVersion.NEWEST)
                                .build(),
                        RuleCatalog.ALL,
                        AppliedVersions.UNKNOWN)
                .findings()
                .stream()
                .filter(finding ->
                        SAY_THAT_IT_IS_REFUSED.contains(finding.rule().value())
                                && finding.confidence() == Confidence.EXACT
                                && !finding.message().contains(SECOND_RUN))
                .toList();
    }
}
