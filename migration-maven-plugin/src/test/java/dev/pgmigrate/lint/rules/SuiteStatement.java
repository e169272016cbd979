package dev.pgmigrate.lint.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Linter;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.postgres.SqlState;
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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A statement of the regression suite that succeeds once.
 *
 * @param sql the statement, behind the search path that it needs
 * @param line where it stands in its file
 * @param second the SQLSTATE of the second time, empty where it succeeds again
 */
record SuiteStatement(String sql, int line, String second) {
    private static final String NOT = "not asked";

    /** What the server says of a statement that has to be alone, or that ends the transaction that it would run in. */
    private static final Set<String> ALONE =
            Set.of(SqlState.ACTIVE_SQL_TRANSACTION, SqlState.INVALID_TRANSACTION_TERMINATION);

    /** Returns whether the server was asked a second time: not of what only its session or its transaction can do. */
    boolean isAsked() {
        return !second.equals(NOT);
    }

    /** Runs the file, and outside its transactions each statement once more in one that is taken back. */
    static List<SuiteStatement> of(RegressionSuite suite, Path file) throws IOException {
        SourceText source = SourceText.of(Files.readString(file, UTF_8));
        List<SuiteStatement> asked = new ArrayList<>();
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
                String second = alone ? second(connection, sql) : NOT;
                asked.add(new SuiteStatement(
                        path + sql, source.position(statement.range().start()).line(), second));
            }
        }
        return asked;
    }

    /** Returns whether an error says no more than that a transaction was open. */
    static boolean needsToBeAlone(String sqlState) {
        return ALONE.contains(sqlState);
    }

    private static boolean isRollback(Statement statement) {
        return statement instanceof TransactionStatement end && end.action() == TransactionStatement.Action.ROLLBACK;
    }

    private static String second(ServerConnection connection, String sql) {
        connection.execute("BEGIN");
        String error = RegressionSuite.error(connection, sql);
        connection.execute("ROLLBACK");
        return needsToBeAlone(error) || error.equals(SqlState.QUERY_CANCELED) ? NOT : error;
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

    /** Returns what the rules say of the statements as migrations, each a file of its own; by the index of the statement. */
    static Map<Integer, List<Finding>> findings(List<SuiteStatement> statements, Path project) throws IOException {
        Path folder = Files.createDirectories(project.resolve("migrations"));
        for (int i = 0; i < statements.size(); i++) {
            Files.writeString(
                    folder.resolve("%05d_s.sql".formatted(i)), statements.get(i).text(), UTF_8);
        }
        Migrations migrations = Migrations.read(new MigrationFolders(project, List.of(folder), null));
        return Linter.lint(migrations, LintSettings.defaults(), RuleCatalog.ALL, AppliedVersions.UNKNOWN)
                .findings()
                .stream()
                .collect(Collectors.groupingBy(SuiteStatement::index));
    }

    /** Returns the statement as a file holds it. */
    String text() {
        return sql + ";\n";
    }

    private static int index(Finding finding) {
        String name = Path.of(finding.file()).getFileName().toString();
        return Integer.parseInt(name.substring(0, name.indexOf('_')));
    }
}
