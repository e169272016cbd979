package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** Reports {@code SET LOGGED} and {@code SET UNLOGGED} of an existing table, which rewrite it. */
final class SetLoggedUnlogged extends StatementRule<AlterTable> {
    SetLoggedUnlogged() {
        super(Facts.error(Category.LOCK).since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        for (AlterTableAction.SetLogged action : LiveTable.actions(alter, context, AlterTableAction.SetLogged.class)) {
            reporter.report(
                    action.range(),
                    (action.logged() ? "SET LOGGED" : "SET UNLOGGED") + " rewrites " + LiveTable.name(alter)
                            + " under ACCESS EXCLUSIVE and blocks its reads and writes meanwhile",
                    "Make a new table of the wanted kind and move the rows in batches.");
        }
    }
}
