package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.Words;
import dev.pgmigrate.replay.Collision;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import java.util.EnumSet;
import java.util.Set;

/** Reports a {@code CREATE FUNCTION}, {@code VIEW} or {@code RULE} that fails on a second run and could have said {@code OR REPLACE}. */
final class RequireOrReplace extends StatementRule<Statement> {
    private static final Set<ObjectType> TYPES = EnumSet.of(
            ObjectType.AGGREGATE,
            ObjectType.FUNCTION,
            ObjectType.LANGUAGE,
            ObjectType.PROCEDURE,
            ObjectType.RULE,
            ObjectType.TRANSFORM,
            ObjectType.VIEW);
    private static final String CREATE = "CREATE";

    RequireOrReplace() {
        super(Facts.error(Category.IDEMPOTENCY).fixable().since("0.1"), Statement.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        for (Collision collision : context.collisions()) {
            if (TYPES.contains(collision.type())) {
                int place = statement.range().start() + CREATE.length();
                reporter.report(
                                collision.at(),
                                "The " + Words.of(collision.type(), collision.name())
                                        + " exists when the file runs again, and CREATE fails with "
                                        + collision.sqlState(),
                                "Write CREATE OR REPLACE.")
                        .fix(Fix.insert(place, " OR REPLACE"));
            }
        }
    }
}
