package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports a primary key that is dropped and not made again. */
public final class DropPrimaryKey implements Rule {
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
            if (DroppedConstraint.isPrimaryKey(drop, known)
                    && !DroppedConstraint.isGone(drop, context)
                    && !DroppedConstraint.isMadeAgain(drop, context)) {
                reporter.report(
                                drop.range(),
                                "Without `" + drop.name().text() + "` nothing tells the rows of "
                                        + LiveTable.name(context) + " apart"
                                        + (known == null || ReplicaIdentities.isIdentity(known, context)
                                                ? ", and replication can no longer send their updates"
                                                : ""),
                                "Add the new primary key in the same ALTER TABLE, USING INDEX.")
                        .assumedIf(known == null);
            }
        }
    }
}
