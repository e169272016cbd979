package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Publications;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import org.jspecify.annotations.Nullable;

/** Reports a published table whose updates can no longer be sent. */
final class ReplicaIdentityLoss extends StatementRule<AlterTable> {
    ReplicaIdentityLoss() {
        super(Facts.warning(Category.DESTRUCTIVE).since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        AlterTableAction loss = loss(alter, context);
        Table table = loss == null ? null : LiveTable.table(alter, context).orElse(null);
        QualifiedName publication = table == null
                ? null
                : Publications.of(table.name(), context.schema()).orElse(null);
        if (loss != null && table != null && publication != null) {
            reporter.report(
                            loss.range(),
                            "UPDATE and DELETE on `" + table.name()
                                    + "` fail with " + SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE
                                    + " from here on, since publication `" + publication
                                    + "` sends them and nothing identifies the rows",
                            "Add the new key in the same statement, or set REPLICA IDENTITY to another unique index"
                                    + " before.")
                    .assumed();
        }
    }

    private static @Nullable AlterTableAction loss(AlterTable alter, LintContext context) {
        for (AlterTableAction.ReplicaIdentity identity :
                LiveTable.actions(alter, context, AlterTableAction.ReplicaIdentity.class)) {
            if (identity.identity() == AlterTableAction.Identity.NOTHING) {
                return identity;
            }
        }
        for (AlterTableAction.DropConstraint drop :
                LiveTable.actions(alter, context, AlterTableAction.DropConstraint.class)) {
            TableConstraint known = DroppedConstraint.of(alter, drop, context).orElse(null);
            if (known != null
                    && ReplicaIdentities.isIdentity(alter, known, context)
                    && !DroppedConstraint.isMadeAgain(alter, drop, context)) {
                return drop;
            }
        }
        return null;
    }
}
