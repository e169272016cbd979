package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.replay.Collision;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DomainStatement.AlterDomain;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import java.util.Optional;

/** Reports an {@code ADD CONSTRAINT} that fails on a second run: constraints have no {@code IF NOT EXISTS}. */
final class DropConstraintFirst extends StatementRule<Statement> {
    DropConstraintFirst() {
        super(Facts.error(Category.IDEMPOTENCY).fixable().since("0.1"), AlterDomain.class, AlterTable.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        for (Collision collision : context.collisions()) {
            if (statement instanceof AlterTable alter && collision.type() == ObjectType.TABLE_CONSTRAINT) {
                report(collision, advice(alter, collision), reporter).fix(fix(alter, collision, context));
            } else if (statement instanceof AlterDomain alter) {
                String drop = "ALTER DOMAIN " + context.text(alter.name()) + " DROP CONSTRAINT IF EXISTS "
                        + context.text(collision.at()) + ";";
                report(collision, "Put " + drop + " before it.", reporter).fix(context.precededBy(drop));
            }
        }
    }

    /** A key that takes an index over has no other: the drop would take it along. */
    private static String advice(AlterTable alter, Collision collision) {
        boolean takesOver = alter.actions().stream()
                .anyMatch(action -> action instanceof AlterTableAction.AddConstraint add
                        && add.constraint().usingIndex() != null
                        && add.range().contains(collision.at().start()));
        return takesOver
                ? "Wrap it in a DO block that checks pg_constraint for it: dropping it first would drop its" + " index."
                : "Write DROP CONSTRAINT IF EXISTS before it, in the same ALTER TABLE.";
    }

    private static Reporter.Draft report(Collision collision, String advice, Reporter reporter) {
        String what = "The constraint `" + collision.name() + "` exists when the file runs again";
        return reporter.report(
                collision.at(), what + ", and ADD CONSTRAINT fails with " + collision.sqlState(), advice);
    }

    /** A key may carry foreign keys of other tables, and dropping it would scan or fail: that is for a person to decide. */
    private static Optional<Fix> fix(AlterTable alter, Collision collision, LintContext context) {
        return alter.actions().stream()
                .filter(AlterTableAction.AddConstraint.class::isInstance)
                .map(AlterTableAction.AddConstraint.class::cast)
                .filter(add -> add.constraint().name() != null
                        && add.constraint().name().range().equals(collision.at())
                        && !(add.constraint() instanceof Constraint.Key))
                .map(add -> Fix.insert(
                        add.range().start(), "DROP CONSTRAINT IF EXISTS " + context.text(collision.at()) + ", "))
                .findFirst();
    }
}
