package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** Reports an exclusion constraint added to an existing table, whose index is built under the lock. */
final class AddingExclusionConstraint extends StatementRule<AlterTable> {
    AddingExclusionConstraint() {
        super(Facts.error(Category.LOCK).since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        for (Constraint.Exclude exclude : LiveTable.constraints(alter, context, Constraint.Exclude.class)) {
            reporter.report(
                    exclude.range(),
                    "Adding " + LiveTable.constraint(exclude, "this exclusion constraint")
                            + " builds an index under ACCESS EXCLUSIVE and blocks reads and writes of "
                            + LiveTable.name(alter) + " meanwhile; it has neither NOT VALID nor USING INDEX",
                    "Make the constraint together with the table, or add it while the application is stopped.");
        }
    }
}
