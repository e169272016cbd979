package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports triggers switched on or off on an existing table, for everybody and under a lock. */
public final class AvoidEnableDisableTrigger implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Category category() {
        return Category.LOCK;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.ALTER_TABLE);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        for (AlterTableAction.SetTrigger action : LiveTable.actions(context, AlterTableAction.SetTrigger.class)) {
            boolean off = action.firing() == AlterTableAction.Firing.DISABLE;
            String trigger =
                    action.name() == null ? "its triggers" : "`" + action.name().text() + "`";
            reporter.report(
                    action.range(),
                    (off ? "Disabling " : "Enabling ") + trigger + " blocks writes to " + LiveTable.name(context)
                            + " (SHARE ROW EXCLUSIVE) until the transaction ends, and counts for every session",
                    "Write the change so that the trigger may fire.");
        }
    }
}
