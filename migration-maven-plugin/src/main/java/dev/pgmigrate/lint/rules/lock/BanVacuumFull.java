package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.ast.MaintenanceStatement;
import dev.pgmigrate.sql.ast.Statement;
import java.util.stream.Collectors;

/** Reports {@code VACUUM FULL} and {@code CLUSTER}, which rewrite a table while nobody can use it. */
final class BanVacuumFull extends StatementRule<Statement> {
    BanVacuumFull() {
        super(
                Facts.error(Category.LOCK).since("0.1"),
                MaintenanceStatement.Vacuum.class,
                MaintenanceStatement.Cluster.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (statement instanceof MaintenanceStatement.Vacuum vacuum && vacuum.full()) {
            String tables = vacuum.relations().isEmpty()
                    ? "every table of the database"
                    : vacuum.relations().stream()
                            .map(relation -> LiveTable.quoted(relation.name()))
                            .collect(Collectors.joining(", "));
            report("VACUUM FULL", tables, context, reporter);
        }
        if (statement instanceof MaintenanceStatement.Cluster cluster
                && (cluster.table() == null || !context.isFresh(cluster.table()))) {
            report(
                    "CLUSTER",
                    cluster.table() == null ? "every clustered table of yours" : LiveTable.quoted(cluster.table()),
                    context,
                    reporter);
        }
    }

    private static void report(String command, String tables, LintContext context, Reporter reporter) {
        reporter.report(
                context.statement().range(),
                command + " rewrites " + tables + " under ACCESS EXCLUSIVE and blocks reads and writes meanwhile",
                "Leave plain VACUUM to clean up, or rebuild the table online with an extension such as pg_repack.");
    }
}
