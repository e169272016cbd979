package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** Reports a primary key that is dropped and not made again. */
final class DropPrimaryKey extends StatementRule<AlterTable> {
    DropPrimaryKey() {
        super(Facts.warning(Category.DESTRUCTIVE).since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        for (AlterTableAction.DropConstraint drop :
                LiveTable.actions(alter, context, AlterTableAction.DropConstraint.class)) {
            TableConstraint known = DroppedConstraint.of(alter, drop, context).orElse(null);
            if (DroppedConstraint.isPrimaryKey(drop, known)
                    && !DroppedConstraint.isGone(alter, drop, context)
                    && !DroppedConstraint.isMadeAgain(alter, drop, context)) {
                reporter.report(
                                drop.range(),
                                "Without `" + drop.name().text() + "` nothing tells the rows of "
                                        + LiveTable.name(alter) + " apart"
                                        + (known == null || ReplicaIdentities.isIdentity(alter, known, context)
                                                ? ", and replication can no longer send their updates"
                                                : ""),
                                "Add the new primary key in the same ALTER TABLE, USING INDEX.")
                        .assumedIf(known == null);
            }
        }
    }
}
