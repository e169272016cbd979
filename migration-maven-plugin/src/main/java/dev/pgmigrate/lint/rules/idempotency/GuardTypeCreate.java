package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.replay.Collision;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TypeStatement.AddEnumValue;
import dev.pgmigrate.sql.ast.TypeStatement.CreateEnum;

/** Reports a {@code CREATE DOMAIN} or {@code CREATE TYPE} of a composite, range or base type that fails on a second run. */
final class GuardTypeCreate extends StatementRule<Statement> {
    GuardTypeCreate() {
        super(Facts.error(Category.IDEMPOTENCY).fixable().since("0.1"), Statement.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (statement instanceof CreateEnum || statement instanceof AddEnumValue) {
            return;
        }
        for (Collision collision : context.collisions()) {
            if (collision.type() == ObjectType.TYPE || collision.type() == ObjectType.DOMAIN) {
                reporter.report(
                                collision.at(),
                                "The " + Words.of(collision.type(), collision.name())
                                        + " exists when the file runs again, and the statement fails with "
                                        + collision.sqlState(),
                                "Wrap it in a DO block that catches duplicate_object.")
                        .fix(context.guardedBy("duplicate_object", statement));
            }
        }
    }
}
