package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.ColumnUses;
import dev.pgmigrate.lint.evidence.MissingColumns;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports a statement that names a column which its table does not have. */
public final class UnknownColumn implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.ORDER;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(
                StatementKind.INDEX,
                StatementKind.CREATE,
                StatementKind.ALTER_TABLE,
                StatementKind.CREATE_POLICY,
                StatementKind.ALTER_POLICY,
                StatementKind.CREATE_TRIG,
                StatementKind.RENAME,
                StatementKind.COMMENT,
                StatementKind.VIEW,
                StatementKind.CREATE_TABLE_AS,
                StatementKind.SELECT,
                StatementKind.INSERT,
                StatementKind.UPDATE,
                StatementKind.DELETE,
                StatementKind.MERGE);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.isGuardedAgainst(SqlState.UNDEFINED_COLUMN)) {
            return;
        }
        for (ColumnUses.Use use : MissingColumns.of(context)) {
            reporter.report(
                    use.column().range(),
                    "The table `" + use.table() + "` has no column `"
                            + use.column().text() + "`"
                            + gone(use.table(), context.schema().certain())
                            + ", and the statement fails with 42703",
                    "Add the column first, or name the one that is meant.");
        }
    }

    private static String gone(ObjectName name, Schema before) {
        boolean listed = before.table(name).filter(Table::columnsKnown).isPresent();
        return listed ? "" : " any more";
    }
}
