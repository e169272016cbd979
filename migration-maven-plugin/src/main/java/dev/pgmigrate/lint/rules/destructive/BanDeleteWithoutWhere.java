package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.Truth;
import dev.pgmigrate.sql.ast.DmlStatement;

/** Reports a {@code DELETE} of all rows of a table in use. */
final class BanDeleteWithoutWhere extends StatementRule<DmlStatement.Delete> {
    BanDeleteWithoutWhere() {
        super(Facts.error(Category.DESTRUCTIVE).since("0.1"), DmlStatement.Delete.class);
    }

    @Override
    protected void check(DmlStatement.Delete statement, LintContext context, Reporter reporter) {
        if (Truth.isOrMissing(statement.where())
                && statement.using().isEmpty()
                && !context.isMadeHere(statement.relation().name())) {
            reporter.report(
                    statement.range(),
                    "DELETE without WHERE loses all rows of `"
                            + statement.relation().name() + "`",
                    "Add a WHERE that selects the rows to delete.");
        }
    }
}
