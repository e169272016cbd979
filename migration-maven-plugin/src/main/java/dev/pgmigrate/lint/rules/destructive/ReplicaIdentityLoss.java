package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Publications;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reports a published table whose updates can no longer be sent. */
public final class ReplicaIdentityLoss implements Rule {
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
        AlterTableAction loss = loss(context);
        Table table = loss == null ? null : LiveTable.table(context).orElse(null);
        QualifiedName publication = table == null
                ? null
                : Publications.of(table.name(), context.schema()).orElse(null);
        if (loss != null && table != null && publication != null) {
            reporter.report(
                            loss.range(),
                            "UPDATE and DELETE on `" + table.name()
                                    + "` fail with 55000 from here on, since publication `" + publication
                                    + "` sends them and nothing identifies the rows",
                            "Add the new key in the same statement, or set REPLICA IDENTITY to another unique index"
                                    + " before.")
                    .assumed();
        }
    }

    private static @Nullable AlterTableAction loss(LintContext context) {
        for (AlterTableAction.ReplicaIdentity identity :
                LiveTable.actions(context, AlterTableAction.ReplicaIdentity.class)) {
            if (identity.identity() == AlterTableAction.Identity.NOTHING) {
                return identity;
            }
        }
        for (AlterTableAction.DropConstraint drop : LiveTable.actions(context, AlterTableAction.DropConstraint.class)) {
            TableConstraint known = DroppedConstraint.of(drop, context).orElse(null);
            if (known != null
                    && ReplicaIdentities.isIdentity(known, context)
                    && !DroppedConstraint.isMadeAgain(drop, context)) {
                return drop;
            }
        }
        return null;
    }
}
