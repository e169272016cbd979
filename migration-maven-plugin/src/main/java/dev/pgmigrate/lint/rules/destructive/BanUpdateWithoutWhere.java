package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.Truth;
import dev.pgmigrate.sql.ast.DmlStatement;

/** Reports an {@code UPDATE} of all rows of a table in use. */
final class BanUpdateWithoutWhere extends StatementRule<DmlStatement.Update> {
    BanUpdateWithoutWhere() {
        super(Facts.warning(Category.DESTRUCTIVE).since("0.1"), DmlStatement.Update.class);
    }

    @Override
    protected void check(DmlStatement.Update statement, LintContext context, Reporter reporter) {
        if (Truth.isOrMissing(statement.where())
                && statement.from().isEmpty()
                && !context.isMadeHere(statement.relation().name())) {
            reporter.report(
                    statement.range(),
                    "UPDATE without WHERE rewrites every row of `"
                            + statement.relation().name() + "` and locks each until the transaction ends",
                    "Add a WHERE, and update in batches of bounded size.");
        }
    }
}
