package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.Set;

/** Reports {@code SET LOGGED} and {@code SET UNLOGGED} of an existing table, which write it anew. */
public final class SetLoggedUnlogged implements Rule {
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
        for (AlterTableAction.SetLogged action : LiveTable.actions(context, AlterTableAction.SetLogged.class)) {
            reporter.report(
                    action.range(),
                    (action.logged() ? "SET LOGGED" : "SET UNLOGGED") + " rewrites " + LiveTable.name(context)
                            + " under ACCESS EXCLUSIVE and blocks its reads and writes meanwhile",
                    "Make a new table of the wanted kind and move the rows in batches.");
        }
    }
}
