package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import java.util.Set;

/** Reports a column added {@code NOT NULL} to an existing table with no value for the rows that are there. */
public final class AddingRequiredField implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.LOCK;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.ALTER_TABLE);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        for (AlterTableAction.AddColumn action : LiveTable.actionsOnRows(context, AlterTableAction.AddColumn.class)) {
            ColumnDef column = action.column();
            boolean required = column.has(Constraint.NotNull.class) || column.has(Constraint.PrimaryKey.class);
            if (required && !bringsValue(column) && !isEmpty(context)) {
                reporter.report(
                        column.name().range(),
                        "`" + column.name().text()
                                + "` is NOT NULL without a default, which the server refuses (SQLSTATE 23502) as soon"
                                + " as "
                                + LiveTable.name(context) + " has a row",
                        "Give it a DEFAULT, or add it nullable, fill it in batches and set NOT NULL in a later file.");
            }
        }
    }

    private static boolean isEmpty(LintContext context) {
        return context.statement() instanceof AlterTable alter
                && Emptied.isEmpty(context.schema().resolve(alter.name()), context);
    }

    private static boolean bringsValue(ColumnDef column) {
        return column.has(Constraint.Default.class)
                || column.has(Constraint.Generated.class)
                || column.has(Constraint.Identity.class)
                || (column.type() != null && ColumnType.isSerial(column.type()));
    }
}
