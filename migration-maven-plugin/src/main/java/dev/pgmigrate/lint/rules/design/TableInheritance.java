package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;

/** Reports a table that inherits from another. */
final class TableInheritance extends StatementRule<Statement> {
    TableInheritance() {
        super(
                Facts.off(Category.DESIGN).since("0.1"),
                TableStatement.Definition.class,
                TableStatement.AlterTable.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (statement instanceof TableStatement.Definition table
                && !table.inherits().isEmpty()) {
            ObjectName parent = table.inherits().get(0);
            report(parent.range(), table.name(), parent, reporter);
        } else if (statement instanceof TableStatement.AlterTable alter) {
            for (AlterTableAction action : alter.actions()) {
                if (action instanceof AlterTableAction.Inherit inherit && inherit.add()) {
                    report(action.range(), alter.name(), inherit.parent(), reporter);
                }
            }
        }
    }

    private static void report(SourceRange range, ObjectName table, ObjectName parent, Reporter reporter) {
        reporter.report(
                range,
                "`" + table + "` inherits from `" + parent + "`, whose keys and foreign keys do not reach its rows",
                "Use a partitioned table, or a foreign key between two tables.");
    }
}
