package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** Reports a column type that holds less than the one before. */
final class LossyTypeChange extends StatementRule<AlterTable> {
    LossyTypeChange() {
        super(Facts.warning(Category.DESTRUCTIVE).since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        Table table = LiveTable.table(alter, context).orElse(null);
        for (AlterTableAction.AlterColumnType change :
                LiveTable.actions(alter, context, AlterTableAction.AlterColumnType.class)) {
            ColumnType old = table == null
                    ? null
                    : table.column(change.column().text())
                            .map(Table.Column::type)
                            .orElse(null);
            ColumnType wanted = ColumnType.of(change.type());
            String loss = old == null ? null : Narrowing.loss(old, wanted, change.using() != null);
            if (loss != null) {
                reporter.report(
                        change.range(),
                        "`" + change.column().text() + "` of " + LiveTable.name(alter) + " becomes " + wanted + " from "
                                + old + ": " + loss,
                        "First look for values that do not fit, and keep the old column until you are sure that none is missing.");
            }
        }
    }
}
