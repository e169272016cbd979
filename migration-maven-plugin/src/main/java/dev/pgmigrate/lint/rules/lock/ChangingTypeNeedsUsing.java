package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.Set;

/** Reports a change of type that the server refuses because nothing says how to convert the values. */
public final class ChangingTypeNeedsUsing implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.LOCK;
    }

    @Override
    public boolean fixable() {
        return true;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.ALTER_TABLE);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (!(context.statement() instanceof TableStatement.AlterTable alter)
                || alter.objectType() != ObjectType.TABLE) {
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
                                        "`" + change.column().text() + "` of " + LiveTable.name(context) + " is " + from
                                                + ", which the server does not turn into "
                                                + ColumnType.of(change.type())
                                                + " by itself (SQLSTATE 42804)",
                                        "Say how by USING.")
                                .fix(Fix.insert(change.range().end(), " using " + cast(change, context))));
            }
        }
    }

    private static String cast(AlterTableAction.AlterColumnType change, LintContext context) {
        return context.text(change.column()) + "::" + context.text(change.type());
    }
}
