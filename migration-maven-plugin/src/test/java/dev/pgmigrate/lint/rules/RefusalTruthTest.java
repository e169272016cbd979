package dev.pgmigrate.lint.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.Confidence;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Linter;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.server.TestPostgres;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.parser.SqlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A finding that says that the server refuses a statement is never about one that it takes: runs PostgreSQL's own
 * regression suite ({@code -Dconformance.dir}) and judges the statements that succeed.
 */
class RefusalTruthTest {
    private static final Path SUITE =
            Path.of(System.getProperty("conformance.dir", "conformance")).resolve("regress");
    private static final String SETUP = "test_setup.sql";
    private static final Set<String> SAY_THAT_IT_IS_REFUSED = Set.of(
            "circular-foreign-key",
            "concurrent-index-on-partitioned",
            "drop-order",
            "drop-with-dependents",
            "duplicate-object",
            "enum-value-used-in-transaction",
            "or-replace-signature-change",
            "or-replace-view-columns",
            "unknown-column",
            "unknown-object",
            "use-before-create");

    /** They change nothing that a rule looks at, and most of the suite are such. */
    private static final Set<StatementKind> LOOKING =
            Set.of(StatementKind.SELECT, StatementKind.EXPLAIN, StatementKind.COPY, StatementKind.VACUUM);

    @TempDir
    private Path temporary;

    @Test
    void serverTakesNothingOfWhichAFindingSaysThatItIsRefused() throws IOException {
        assumeTrue(
                Files.isDirectory(SUITE),
                () -> "no regression suite in " + SUITE + ": set -Dconformance.dir to judge what it runs");
        List<Path> files;
        try (Stream<Path> all = Files.list(SUITE)) {
            files = all.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
        SourceText setup = SourceText.of(Files.readString(SUITE.resolve(SETUP), UTF_8));
        List<Statement> prepared = SqlParser.parse(setup).statements();
        List<String> wrong = new ArrayList<>();
        int succeeded = 0;
        // The suite makes roles and changes settings, which belong to a whole server.
        try (DisposablePostgres server = DisposablePostgres.start(TestPostgres.binaries(18))) {
            for (Path file : files) {
                SourceText source = SourceText.of(Files.readString(file, UTF_8));
                List<SourceRange> ran;
                try (ServerConnection connection =
                        ServerConnection.open(server.createDatabase("suite_" + files.indexOf(file)))) {
                    connection.execute("SET statement_timeout = '1s'");
                    if (!file.endsWith(SETUP)) {
                        prepared.forEach(statement -> runs(connection, setup, statement));
                    }
                    ran = run(connection, source);
                }
                succeeded += ran.size();
                findings(file, only(source, ran)).stream()
                        .map(finding -> file.getFileName() + ":" + finding.start() + " " + finding.rule() + ": "
                                + finding.message())
                        .forEach(wrong::add);
            }
        }
        assertThat(succeeded).isGreaterThan(files.size());
        assertThat(wrong).isEmpty();
    }

    /** Returns the statements that ran and were not taken back. */
    private static List<SourceRange> run(ServerConnection connection, SourceText source) {
        List<SourceRange> kept = new ArrayList<>();
        List<SourceRange> open = new ArrayList<>();
        boolean failed = false;
        for (Statement statement : SqlParser.parse(source).statements()) {
            if (LOOKING.contains(statement.kind())) {
                continue;
            }
            boolean before = connection.inTransaction();
            boolean good = runs(connection, source, statement);
            if (isOver(connection)) {
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

    /** Some of the suite ends its own session. */
    private static boolean isOver(ServerConnection connection) {
        try {
            return connection.jdbc().isClosed();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean runs(ServerConnection connection, SourceText source, Statement statement) {
        if (LOOKING.contains(statement.kind())) {
            return false;
        }
        try {
            connection.execute(source.text(statement.range()));
            return true;
        } catch (ServerException e) {
            return false;
        }
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
        return Linter.lint(migrations, LintSettings.defaults(), RuleCatalog.ALL, AppliedVersions.UNKNOWN)
                .findings()
                .stream()
                .filter(finding ->
                        SAY_THAT_IT_IS_REFUSED.contains(finding.rule().value())
                                && finding.confidence() == Confidence.EXACT)
                .toList();
    }
}
