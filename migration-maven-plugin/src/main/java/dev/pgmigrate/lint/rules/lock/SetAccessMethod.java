package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports {@code SET ACCESS METHOD} of an existing table, which writes it anew. */
public final class SetAccessMethod implements Rule {
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
        boolean partitioned =
                LiveTable.table(context).filter(Table::isPartitioned).isPresent();
        for (AlterTableAction.SetAccessMethod action :
                LiveTable.actions(context, AlterTableAction.SetAccessMethod.class)) {
            if (!partitioned) {
                reporter.report(
                        action.range(),
                        "SET ACCESS METHOD rewrites " + LiveTable.name(context)
                                + " under ACCESS EXCLUSIVE and blocks its reads and writes meanwhile",
                        "Make a new table with that access method and move the rows in batches.");
            }
        }
    }
}
