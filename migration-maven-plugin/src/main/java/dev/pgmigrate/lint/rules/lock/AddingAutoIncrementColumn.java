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
import java.util.Set;

/** Reports a serial or identity column added to an existing table, which writes every row anew. */
public final class AddingAutoIncrementColumn implements Rule {
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
        for (AlterTableAction.AddColumn action : LiveTable.actions(context, AlterTableAction.AddColumn.class)) {
            ColumnDef column = action.column();
            boolean serial = column.type() != null && ColumnType.isSerial(column.type());
            if (serial || column.has(Constraint.Identity.class)) {
                reporter.report(
                        action.range(),
                        "`" + column.name().text() + "` numbers the existing rows, which rewrites "
                                + LiveTable.name(context)
                                + " under ACCESS EXCLUSIVE and blocks its reads and writes meanwhile",
                        "Add a nullable bigint, set its default to nextval() of a new sequence, and fill the old rows"
                                + " in batches.");
            }
        }
    }
}
