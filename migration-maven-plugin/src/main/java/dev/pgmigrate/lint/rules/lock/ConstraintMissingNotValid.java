package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** Reports a check added to an existing table without {@code NOT VALID}, so that every row is read under the lock. */
final class ConstraintMissingNotValid extends StatementRule<AlterTable> {
    ConstraintMissingNotValid() {
        super(Facts.error(Category.LOCK).since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        for (AlterTableAction.AddConstraint action :
                LiveTable.actions(alter, context, AlterTableAction.AddConstraint.class)) {
            if (action.constraint() instanceof Constraint.Check check && scans(check)) {
                report(alter, check, reporter, "Add it NOT VALID and validate it in a later file.");
            }
        }
        for (AlterTableAction.AddColumn action : LiveTable.actions(alter, context, AlterTableAction.AddColumn.class)) {
            Constraint.Check check = action.column().constraint(Constraint.Check.class);
            if (check != null && scans(check)) {
                report(
                        alter,
                        check,
                        reporter,
                        "Add the column alone, then the check by ADD CONSTRAINT … NOT VALID, and validate it in a"
                                + " later file.");
            }
        }
    }

    private static boolean scans(Constraint.Check check) {
        return !check.notValid() && !Boolean.FALSE.equals(check.attributes().enforced());
    }

    private static void report(AlterTable alter, Constraint.Check check, Reporter reporter, String advice) {
        reporter.report(
                check.range(),
                "Adding " + LiveTable.constraint(check, "this check") + " scans " + LiveTable.name(alter)
                        + " under ACCESS EXCLUSIVE, which blocks its reads and writes as long as the scan takes",
                advice);
    }
}
