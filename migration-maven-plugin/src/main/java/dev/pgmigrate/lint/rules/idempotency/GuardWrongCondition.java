package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.postgres.ErrorConditions;
import dev.pgmigrate.replay.Collision;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.plpgsql.PlCondition;

/** Reports a guard that does not catch the error that a second run raises. */
final class GuardWrongCondition extends StatementRule<Statement> {
    GuardWrongCondition() {
        super(Facts.error(Category.IDEMPOTENCY).fixable().since("0.1"), Statement.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        for (Collision collision : context.uncaughtCollisions()) {
            String needed = ErrorConditions.nameOf(collision.sqlState());
            PlCondition innermost = context.guard().handlers().get(0);
            String caught = String.join(
                    ", ",
                    context.guard().handlers().stream().map(PlCondition::name).toList());
            reporter.report(
                            collision.at(),
                            "The guard catches " + caught + ", but making the "
                                    + Words.of(collision.type(), collision.name()) + " again raises " + needed + " ("
                                    + collision.sqlState() + ")",
                            "Catch " + needed + ".")
                    .fix(Fix.insert(innermost.range().start(), needed + " OR "));
        }
    }
}
