package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.effect.Effect;
import dev.pgmigrate.effect.Operation;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** Reports another expression for a stored generated column of an existing table, which rewrites every row. */
final class ChangingGeneratedExpression extends StatementRule<AlterTable> {
    ChangingGeneratedExpression() {
        super(Facts.error(Category.LOCK).since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        for (AlterTableAction.SetExpression action :
                LiveTable.actions(alter, context, AlterTableAction.SetExpression.class)) {
            for (Effect effect : context.effects()) {
                if (effect.operation() == Operation.SET_EXPRESSION
                        && effect.range().equals(action.range())) {
                    reporter.report(
                            action.range(),
                            "`" + action.column().text() + "` is recomputed for the existing rows, which rewrites "
                                    + LiveTable.name(alter)
                                    + " under ACCESS EXCLUSIVE and blocks its reads and writes meanwhile",
                            "Add a column for the new expression, fill it in batches, and let readers move to it.");
                }
            }
        }
    }
}
