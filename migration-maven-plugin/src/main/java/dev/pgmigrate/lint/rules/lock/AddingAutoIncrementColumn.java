package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** Reports a serial or identity column added to an existing table, which rewrites every row. */
final class AddingAutoIncrementColumn extends StatementRule<AlterTable> {
    AddingAutoIncrementColumn() {
        super(Facts.error(Category.LOCK).since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        for (AlterTableAction.AddColumn action : LiveTable.actions(alter, context, AlterTableAction.AddColumn.class)) {
            ColumnDef column = action.column();
            boolean serial = column.type() != null && ColumnType.isSerial(column.type());
            if (serial || column.has(Constraint.Identity.class)) {
                reporter.report(
                        action.range(),
                        "`" + column.name().text() + "` numbers the existing rows, which rewrites "
                                + LiveTable.name(alter)
                                + " under ACCESS EXCLUSIVE and blocks its reads and writes meanwhile",
                        "Add a nullable bigint, set its default to nextval() of a new sequence, and fill the old rows"
                                + " in batches.");
            }
        }
    }
}
