package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** Reports triggers switched on or off on an existing table, for everybody and under a lock. */
final class AvoidEnableDisableTrigger extends StatementRule<AlterTable> {
    AvoidEnableDisableTrigger() {
        super(Facts.warning(Category.LOCK).since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        for (AlterTableAction.SetTrigger action :
                LiveTable.actions(alter, context, AlterTableAction.SetTrigger.class)) {
            boolean off = action.firing() == AlterTableAction.Firing.DISABLE;
            String trigger =
                    action.name() == null ? "its triggers" : "`" + action.name().text() + "`";
            reporter.report(
                    action.range(),
                    (off ? "Disabling " : "Enabling ") + trigger + " blocks writes to " + LiveTable.name(alter)
                            + " (SHARE ROW EXCLUSIVE) until the transaction ends, and counts for every session",
                    "Write the change so that the trigger may fire.");
        }
    }
}
