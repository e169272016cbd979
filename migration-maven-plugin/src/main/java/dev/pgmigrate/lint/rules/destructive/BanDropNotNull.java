package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports a column that may be NULL from now on. */
public final class BanDropNotNull implements Rule {
    @Override
    public Severity severity() {
        return Severity.OFF;
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
        for (AlterTableAction.DropNotNull change : LiveTable.actions(context, AlterTableAction.DropNotNull.class)) {
            reporter.report(
                    change.range(),
                    "`" + change.column().text() + "` of " + LiveTable.name(context)
                            + " can be NULL from now on, which a running reader may not expect",
                    "Release readers that take NULL first.");
        }
    }
}
