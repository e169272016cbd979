package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.effect.Volatility;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** Reports a column added to an existing table with a default that each row has to compute for itself. */
final class AddingFieldWithDefault extends StatementRule<AlterTable> {
    AddingFieldWithDefault() {
        super(Facts.error(Category.LOCK).since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        for (AlterTableAction.AddColumn action : LiveTable.actions(alter, context, AlterTableAction.AddColumn.class)) {
            Constraint.Default value = action.column().constraint(Constraint.Default.class);
            if (value != null && Volatility.isVolatile(value.expression(), context.schema())) {
                reporter.report(
                        action.range(),
                        "The default of `" + action.column().name().text()
                                + "` differs from row to row, which rewrites " + LiveTable.name(alter)
                                + " under ACCESS EXCLUSIVE and blocks its reads and writes meanwhile",
                        "Add the column without it, set the default by ALTER COLUMN, and fill the old rows in"
                                + " batches.");
            }
        }
    }
}
