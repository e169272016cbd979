package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.TableStatement;

/** Reports a change of type that the server refuses because nothing says how to convert the values. */
final class ChangingTypeNeedsUsing extends StatementRule<TableStatement.AlterTable> {
    ChangingTypeNeedsUsing() {
        super(Facts.error(Category.LOCK).fixable().since("0.1"), TableStatement.AlterTable.class);
    }

    @Override
    protected void check(TableStatement.AlterTable alter, LintContext context, Reporter reporter) {
        if (alter.objectType() != ObjectType.TABLE) {
            return;
        }
        for (AlterTableAction action : alter.actions()) {
            if (action instanceof AlterTableAction.AlterColumnType change && change.using() == null) {
                context.schema()
                        .table(alter.name())
                        .flatMap(table -> table.column(change.column().text()))
                        .map(Table.Column::type)
                        .filter(from -> AssignmentCasts.refuses(from, ColumnType.of(change.type()), context.schema()))
                        .ifPresent(from -> reporter.report(
                                        change.range(),
                                        "`" + change.column().text() + "` of " + LiveTable.name(alter) + " is " + from
                                                + ", which the server does not turn into "
                                                + ColumnType.of(change.type())
                                                + " by itself (SQLSTATE " + SqlState.DATATYPE_MISMATCH + ")",
                                        "Say how to convert it with USING.")
                                .fix(Fix.insert(change.range().end(), " USING " + cast(change, context))));
            }
        }
    }

    private static String cast(AlterTableAction.AlterColumnType change, LintContext context) {
        return context.text(change.column()) + "::" + context.text(change.type());
    }
}
