package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import java.util.Optional;

/** Reports an added constraint without a name: a second run adds it again under another one. */
final class RequireConstraintName extends StatementRule<AlterTable> {
    RequireConstraintName() {
        super(Facts.warning(Category.IDEMPOTENCY).fixable().since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        if (!context.guard().conditional()) {
            for (AlterTableAction action : alter.actions()) {
                if (action instanceof AlterTableAction.AddConstraint add
                        && add.constraint().name() == null
                        && doubles(add.constraint())) {
                    report(alter, add, context, reporter);
                }
            }
        }
    }

    /** A second primary key is refused, and so is a rule of its own. */
    private static boolean doubles(Constraint constraint) {
        return constraint instanceof Constraint.ForeignKey
                || constraint instanceof Constraint.Check
                || constraint instanceof Constraint.Unique
                || constraint instanceof Constraint.Exclude;
    }

    private static void report(
            AlterTable alter, AlterTableAction.AddConstraint add, LintContext context, Reporter reporter) {
        Constraint constraint = add.constraint();
        String name = context.schemaAfter().table(alter.name()).stream()
                .flatMap(table -> table.constraints().all().stream())
                .filter(made -> made.origin().file() == context.sql()
                        && made.origin().range().equals(constraint.range()))
                .map(made -> made.name())
                .findFirst()
                .orElse(alter.name().last().text() + "_check");
        String quoted = Identifier.quote(name);
        boolean key = constraint instanceof Constraint.Key;
        reporter.report(
                        constraint.range(),
                        "The constraint on `" + alter.name()
                                + "` has no name, and a second run adds another one beside `" + name + "`",
                        key
                                ? "Name it, in a DO block that checks pg_constraint for it: CONSTRAINT " + quoted + "."
                                : "Name it and drop it first, in the same ALTER TABLE: DROP CONSTRAINT IF EXISTS "
                                        + quoted + ", ADD CONSTRAINT " + quoted + " ….")
                .fix(key ? Optional.empty() : Optional.of(named(add, quoted)));
    }

    private static Fix named(AlterTableAction.AddConstraint add, String name) {
        return Fix.of(
                TextEdit.insert(add.range().start(), "DROP CONSTRAINT IF EXISTS " + name + ", "),
                TextEdit.insert(add.constraint().range().start(), "CONSTRAINT " + name + " "));
    }
}
