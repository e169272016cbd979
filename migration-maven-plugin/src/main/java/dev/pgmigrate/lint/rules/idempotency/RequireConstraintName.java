package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

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
                    report(alter, add.constraint(), context, reporter);
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

    private static void report(AlterTable alter, Constraint constraint, LintContext context, Reporter reporter) {
        String name = context.schemaAfter().table(alter.name()).stream()
                .flatMap(table -> table.constraints().all().stream())
                .filter(made -> made.origin().file() == context.sql()
                        && made.origin().range().equals(constraint.range()))
                .map(made -> made.name())
                .findFirst()
                .orElse(alter.name().last().text() + "_check");
        reporter.report(
                        constraint.range(),
                        "The constraint on `" + alter.name()
                                + "` has no name, and a second run adds another one beside `" + name + "`",
                        "Name it, for example CONSTRAINT " + Identifier.quote(name) + ".")
                .fix(Fix.insert(constraint.range().start(), "CONSTRAINT " + Identifier.quote(name) + " "));
    }
}
