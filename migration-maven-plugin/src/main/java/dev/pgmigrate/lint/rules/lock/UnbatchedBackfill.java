package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Statement;

/** Reports a statement that changes as many rows as the table happens to have. */
final class UnbatchedBackfill extends StatementRule<DmlStatement> {
    UnbatchedBackfill() {
        super(
                Facts.warning(Category.LOCK).since("0.1"),
                DmlStatement.Insert.class,
                DmlStatement.Update.class,
                DmlStatement.Delete.class);
    }

    @Override
    protected void check(DmlStatement statement, LintContext context, Reporter reporter) {
        ObjectName table = hasNoCondition(statement) ? null : Backfill.of(context);
        if (table != null) {
            reporter.report(
                            statement.range(),
                            "One transaction changes every row of `" + table.qualified()
                                    + "` that matches, however many there are, and keeps each locked until it ends",
                            "Change a bounded number of rows at a time, each in a transaction of its own, until none"
                                    + " is left.")
                    .assumed();
        }
    }

    /** That has rules of its own. */
    private static boolean hasNoCondition(Statement statement) {
        return (statement instanceof DmlStatement.Update update
                        && update.where() == null
                        && update.from().isEmpty())
                || (statement instanceof DmlStatement.Delete delete
                        && delete.where() == null
                        && delete.using().isEmpty());
    }
}
