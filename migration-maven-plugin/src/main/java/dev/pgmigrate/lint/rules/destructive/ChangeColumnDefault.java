package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports a default that changes under a running application. */
public final class ChangeColumnDefault implements Rule {
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
        LiveTable.actions(context, AlterTableAction.SetDefault.class)
                .forEach(change -> check(change.column(), change.range(), context, reporter));
        LiveTable.actions(context, AlterTableAction.DropDefault.class)
                .forEach(change -> check(change.column(), change.range(), context, reporter));
    }

    private static void check(Name name, SourceRange range, LintContext context, Reporter reporter) {
        LiveTable.table(context)
                .flatMap(table -> table.column(name.text()))
                .filter(column -> column.origin().file() != context.sql())
                .ifPresent(column -> reporter.report(
                        range,
                        "Rows that a running application inserts into " + LiveTable.name(context) + " get another `"
                                + name.text() + "` from now on",
                        "Write the value in the application, and change the default when every release does."));
    }
}
