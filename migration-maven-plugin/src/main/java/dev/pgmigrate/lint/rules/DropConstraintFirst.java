package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.replay.Collision;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import java.util.Optional;
import java.util.Set;

/** Reports an {@code ADD CONSTRAINT} that fails on a second run: constraints have no {@code IF NOT EXISTS}. */
public final class DropConstraintFirst implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.IDEMPOTENCY;
    }

    @Override
    public boolean fixable() {
        return true;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.ALTER_TABLE);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (!(context.statement() instanceof AlterTable alter)) {
            return;
        }
        for (Collision collision : context.collisions()) {
            if (collision.type() == ObjectType.TABLE_CONSTRAINT) {
                Reporter.Draft draft = reporter.report(
                        collision.at(),
                        "The constraint `" + collision.name()
                                + "` exists when the file runs again, and ADD CONSTRAINT fails with "
                                + collision.sqlState(),
                        "Write DROP CONSTRAINT IF EXISTS in front of it, in the same ALTER TABLE.");
                fix(alter, collision, context).ifPresent(draft::fix);
            }
        }
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
