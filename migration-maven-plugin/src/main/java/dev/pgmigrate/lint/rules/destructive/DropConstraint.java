package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** Reports a constraint that is dropped and not made again. */
final class DropConstraint extends StatementRule<AlterTable> {
    DropConstraint() {
        super(Facts.warning(Category.DESTRUCTIVE).since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        for (AlterTableAction.DropConstraint drop :
                LiveTable.actions(alter, context, AlterTableAction.DropConstraint.class)) {
            TableConstraint known = DroppedConstraint.of(alter, drop, context).orElse(null);
            if (!DroppedConstraint.isPrimaryKey(drop, known)
                    && !DroppedConstraint.isGone(alter, drop, context)
                    && !DroppedConstraint.isRedundant(alter, known, context)
                    && !DroppedConstraint.isMadeAgain(alter, drop, context)) {
                QualifiedName other = known == null ? null : known.referenced();
                reporter.report(
                                drop.range(),
                                "From here on nothing checks what `"
                                        + drop.name().text() + "` of " + LiveTable.name(alter)
                                        + " did"
                                        + (other == null
                                                ? ""
                                                : "; dropping it takes ACCESS EXCLUSIVE on `" + other + "` too"),
                                "Drop it with a suppression that says why the rule no longer holds.")
                        .assumedIf(known == null);
            }
        }
    }
}
