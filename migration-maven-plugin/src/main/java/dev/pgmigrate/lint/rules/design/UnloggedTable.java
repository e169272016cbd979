package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Persistence;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;

/** Reports a table that is empty after a crash. */
final class UnloggedTable extends StatementRule<Statement> {
    UnloggedTable() {
        super(
                Facts.off(Category.DESIGN).since("0.1"),
                TableStatement.CreateTable.class,
                TableStatement.CreateTableAs.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (statement instanceof TableStatement.CreateTable table && table.persistence() == Persistence.UNLOGGED) {
            report(table.name(), reporter);
        } else if (statement instanceof TableStatement.CreateTableAs table
                && table.persistence() == Persistence.UNLOGGED) {
            report(table.name(), reporter);
        }
    }

    private static void report(ObjectName name, Reporter reporter) {
        reporter.report(
                name.range(),
                "`" + name
                        + "` is unlogged: after a crash it is empty, and standbys and backups of files never have its"
                        + " rows",
                "Make it a logged table.");
    }
}
