package dev.pgmigrate.lint.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Confidence;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Linter;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.CursorStatement;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.Persistence;
import dev.pgmigrate.sql.ast.PreparedStatement;
import dev.pgmigrate.sql.ast.SessionStatement;
import dev.pgmigrate.sql.ast.SettingStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;
import dev.pgmigrate.sql.ast.TransactionStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

    private static final String NO_TRANSACTION = "25001";

    @TempDir
    private Path temporary;

    /** A statement that succeeded once; {@code error} is the SQLSTATE of the second time, empty without one. */
    private record Asked(String sql, int line, String error) {
        private static final String NOT = "not asked";

        boolean isAsked() {
            return !error.equals(NOT);
        }
    }

    @Test
    void findingsPredictWhatTheServerSaysTheSecondTime() throws IOException {
        int right = 0;
        List<String> missed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        try (RegressionSuite suite = RegressionSuite.start()) {
            for (Path file : suite.files()) {
                List<Asked> statements = ask(suite, file);
                Set<Integer> found = numbersOfFindings(file, statements);
                for (int i = 0; i < statements.size(); i++) {
                    Asked asked = statements.get(i);
                    if (!asked.isAsked()) {
                        continue;
                    }
                    boolean refused = !asked.error().isEmpty();
                    String shown = file.getFileName() + ":" + asked.line() + " " + asked.error();
                    if (refused && found.contains(i)) {
                        right++;
                    } else if (refused) {
                        missed.add(shown);
                    } else if (found.contains(i)) {
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
        assertThat(recall).isGreaterThanOrEqualTo(RECALL);
        assertThat(precision).isGreaterThanOrEqualTo(PRECISION);
    }

    /** Runs the file, and outside its transactions each statement once more in one that is taken back. */
    private static List<Asked> ask(RegressionSuite suite, Path file) throws IOException {
        SourceText source = SourceText.of(Files.readString(file, UTF_8));
        List<Asked> asked = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        Set<String> temporary = new HashSet<>();
        int begun = 0;
        boolean failed = false;
        try (ServerConnection connection = suite.prepare(file)) {
            for (Statement statement : RegressionSuite.changes(source)) {
                String sql = source.text(statement.range());
                boolean within = connection.inTransaction();
                String first = RegressionSuite.error(connection, sql);
                if (RegressionSuite.isOver(connection)) {
                    return asked;
                }
                failed |= within && !first.isEmpty();
                if (within && !connection.inTransaction() && (failed || isRollback(statement))) {
                    asked.subList(begun, asked.size()).clear();
                }
                if (!connection.inTransaction()) {
                    begun = asked.size();
                    failed = false;
                }
                if (!first.isEmpty() || statement instanceof TransactionStatement) {
                    continue;
                }
                if (statement instanceof SettingStatement) {
                    path.append(sql.toLowerCase(Locale.ROOT).contains("search_path") ? sql + ";\n" : "");
                    continue;
                }
                if (statement instanceof CreateTable table && table.persistence() == Persistence.TEMPORARY) {
                    temporary.add(table.name().last().text());
                }
                boolean alone =
                        !within && !connection.inTransaction() && !endsWithTheSession(statement, sql, temporary);
                String second = alone ? second(connection, sql) : Asked.NOT;
                asked.add(new Asked(
                        path + sql, source.position(statement.range().start()).line(), second));
            }
        }
        return asked;
    }

    private static boolean isRollback(Statement statement) {
        return statement instanceof TransactionStatement end && end.action() == TransactionStatement.Action.ROLLBACK;
    }

    private static String second(ServerConnection connection, String sql) {
        connection.execute("BEGIN");
        String error = RegressionSuite.error(connection, sql);
        connection.execute("ROLLBACK");
        return error.equals(NO_TRANSACTION) ? Asked.NOT : error;
    }

    /** A migration that runs again does so in another session; and rows depend on more than their statement. */
    private static boolean endsWithTheSession(Statement statement, String sql, Set<String> temporary) {
        String text = sql.toLowerCase(Locale.ROOT);
        return statement instanceof DmlStatement
                || statement instanceof SessionStatement
                || statement instanceof CursorStatement
                || statement instanceof PreparedStatement
                || text.contains("temp")
                || temporary.stream().anyMatch(text::contains);
    }

    private Set<Integer> numbersOfFindings(Path file, List<Asked> statements) throws IOException {
        Path project = temporary.resolve(file.getFileName().toString());
        Path folder = Files.createDirectories(project.resolve("migrations"));
        for (int i = 0; i < statements.size(); i++) {
            Files.writeString(
                    folder.resolve("%05d_s.sql".formatted(i)), statements.get(i).sql() + ";\n", UTF_8);
        }
        Migrations migrations = Migrations.read(new MigrationFolders(project, List.of(folder), null));
        Set<Integer> numbers = new HashSet<>();
        for (Finding finding : Linter.lint(
                        migrations, LintSettings.defaults(), RuleCatalog.ALL, AppliedVersions.UNKNOWN)
                .findings()) {
            if (finding.category() == Category.IDEMPOTENCY
                    && finding.confidence() == Confidence.EXACT
                    && finding.severity().isAtLeast(Severity.WARNING)
                    && !NOT_REFUSED.contains(finding.rule().value())) {
                String name = Path.of(finding.file()).getFileName().toString();
                numbers.add(Integer.parseInt(name.substring(0, name.indexOf('_'))));
            }
        }
        return numbers;
    }
}
