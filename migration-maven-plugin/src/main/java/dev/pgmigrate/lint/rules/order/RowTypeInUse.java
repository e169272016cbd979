package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.sql.ast.DomainStatement.AlterDomain;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** Reports a change of a table, a composite type or a domain whose values are within the columns of a table. */
final class RowTypeInUse extends StatementRule<Statement> {
    RowTypeInUse() {
        super(Facts.error(Category.ORDER).since("0.1"), AlterTable.class, AlterDomain.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        Refusals refusals = new Refusals(context, reporter);
        if (statement instanceof AlterTable alter) {
            RowTypes.check(alter, refusals);
        } else if (statement instanceof AlterDomain alter) {
            RowTypes.check(alter, refusals);
        }
    }
}
