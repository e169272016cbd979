package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** Reports {@code SET ACCESS METHOD} of an existing table, which rewrites it. */
final class SetAccessMethod extends StatementRule<AlterTable> {
    SetAccessMethod() {
        super(Facts.error(Category.LOCK).since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        boolean partitioned =
                LiveTable.table(alter, context).filter(Table::isPartitioned).isPresent();
        for (AlterTableAction.SetAccessMethod action :
                LiveTable.actions(alter, context, AlterTableAction.SetAccessMethod.class)) {
            if (!partitioned) {
                reporter.report(
                        action.range(),
                        "SET ACCESS METHOD rewrites " + LiveTable.name(alter)
                                + " under ACCESS EXCLUSIVE and blocks its reads and writes meanwhile",
                        "Make a new table with that access method and move the rows in batches.");
            }
        }
    }
}
