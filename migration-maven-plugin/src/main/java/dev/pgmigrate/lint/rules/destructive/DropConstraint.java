package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports a constraint that is dropped and not made again. */
public final class DropConstraint implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Category category() {
        return Category.DESTRUCTIVE;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.ALTER_TABLE);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        for (AlterTableAction.DropConstraint drop : LiveTable.actions(context, AlterTableAction.DropConstraint.class)) {
            TableConstraint known = DroppedConstraint.of(drop, context).orElse(null);
            if (!DroppedConstraint.isPrimaryKey(drop, known)
                    && !DroppedConstraint.isGone(drop, context)
                    && !DroppedConstraint.isRedundant(known, context)
                    && !DroppedConstraint.isMadeAgain(drop, context)) {
                QualifiedName other = known == null ? null : known.referenced();
                reporter.report(
                                drop.range(),
                                "From here on nothing checks what `"
                                        + drop.name().text() + "` of " + LiveTable.name(context)
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
