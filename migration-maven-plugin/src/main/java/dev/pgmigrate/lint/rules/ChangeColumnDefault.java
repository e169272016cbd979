package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.ast.AlterTableAction;
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
        for (AlterTableAction.SetDefault change : LiveTable.actions(context, AlterTableAction.SetDefault.class)) {
            if (context.schema()
                    .table(((dev.pgmigrate.sql.ast.TableStatement.AlterTable) context.statement()).name())
                    .flatMap(table -> table.column(change.column().text()))
                    .filter(column -> column.origin().file() != context.sql())
                    .isPresent()) {
                reporter.report(
                        change.range(),
                        "Rows that a running application inserts into " + LiveTable.name(context) + " get another `"
                                + change.column().text() + "` from now on",
                        "Write the value in the application, and change the default when every release does.");
            }
        }
    }
}
