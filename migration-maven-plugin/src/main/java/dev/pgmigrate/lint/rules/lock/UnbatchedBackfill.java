package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports a statement that changes as many rows as the table happens to have. */
public final class UnbatchedBackfill implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Category category() {
        return Category.LOCK;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.UPDATE, StatementKind.DELETE, StatementKind.INSERT);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        ObjectName table = hasNoCondition(context.statement()) ? null : Backfill.of(context);
        if (table != null) {
            reporter.report(
                            context.statement().range(),
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
