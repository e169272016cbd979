package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.DmlStatement.Insert;
import dev.pgmigrate.sql.ast.DmlStatement.Merge;
import dev.pgmigrate.sql.ast.DmlStatement.Update;

/** Reports a row that no server takes: with a value for a generated column, or with more or fewer values than columns. */
final class InvalidRow extends StatementRule<DmlStatement> {
    InvalidRow() {
        super(Facts.error(Category.ORDER).since("0.1"), Insert.class, Update.class, Merge.class);
    }

    @Override
    protected void check(DmlStatement statement, LintContext context, Reporter reporter) {
        Refusals refusals = new Refusals(context, reporter);
        refusals.schema().tableOrView(statement.relation().name().qualified()).ifPresent(relation -> {
            WrittenRelations.check(statement, relation, refusals);
            GeneratedValues.check(statement, relation, refusals);
        });
    }
}
