package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** Reports a default that changes under a running application. */
final class ChangeColumnDefault extends StatementRule<AlterTable> {
    ChangeColumnDefault() {
        super(Facts.off(Category.DESTRUCTIVE).since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        LiveTable.actions(alter, context, AlterTableAction.SetDefault.class)
                .forEach(change -> check(alter, change.column(), change.range(), context, reporter));
        LiveTable.actions(alter, context, AlterTableAction.DropDefault.class)
                .forEach(change -> check(alter, change.column(), change.range(), context, reporter));
    }

    private static void check(AlterTable alter, Name name, SourceRange range, LintContext context, Reporter reporter) {
        LiveTable.table(alter, context)
                .flatMap(table -> table.column(name.text()))
                .filter(column -> column.origin().file() != context.sql())
                .ifPresent(
                        column -> reporter.report(
                                range,
                                "Rows that a running application inserts into " + LiveTable.name(alter)
                                        + " get another `" + name.text() + "` from now on",
                                "Set the value in the application, and change the default once every running release does so."));
    }
}
