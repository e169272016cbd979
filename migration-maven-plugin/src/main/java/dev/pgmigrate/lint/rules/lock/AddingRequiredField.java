package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Constants;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** Reports a column added {@code NOT NULL} to an existing table with no value for the rows that are there. */
final class AddingRequiredField extends StatementRule<AlterTable> {
    AddingRequiredField() {
        super(Facts.error(Category.LOCK).since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        for (AlterTableAction.AddColumn action :
                LiveTable.actionsOnRows(alter, context, AlterTableAction.AddColumn.class)) {
            ColumnDef column = action.column();
            boolean required = column.has(Constraint.NotNull.class) || column.has(Constraint.PrimaryKey.class);
            if (required && !bringsValue(column) && !isEmpty(context)) {
                reporter.report(
                        column.name().range(),
                        "`" + column.name().text()
                                + "` is NOT NULL without a default, which the server refuses (SQLSTATE "
                                + SqlState.NOT_NULL_VIOLATION + ") as soon as "
                                + LiveTable.name(alter) + " has a row",
                        "Give it a DEFAULT, or add it nullable, fill it in batches and set NOT NULL in a later file.");
            }
        }
    }

    private static boolean isEmpty(LintContext context) {
        return context.statement() instanceof AlterTable alter
                && TruncatedTable.isEmpty(context.schema().resolve(alter.name()), context);
    }

    private static boolean bringsValue(ColumnDef column) {
        Constraint.Default given = column.constraint(Constraint.Default.class);
        return (given != null && !Constants.isNull(given.expression()))
                || column.has(Constraint.Generated.class)
                || column.has(Constraint.Identity.class)
                || (column.type() != null && ColumnType.isSerial(column.type()));
    }
}
