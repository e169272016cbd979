package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;

/** Reports {@code SET TABLESPACE} of something that exists, whose files are copied under the lock. */
final class SetTablespace extends StatementRule<Statement> {
    SetTablespace() {
        super(
                Facts.error(Category.LOCK).since("0.1"),
                TableStatement.AlterTable.class,
                TableStatement.AlterTableMoveAll.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (statement instanceof TableStatement.AlterTableMoveAll move) {
            report(move.range(), "every relation of tablespace `" + move.name().qualified() + "`", reporter);
            return;
        }
        if (statement instanceof TableStatement.AlterTable alter && !context.isFresh(alter.name())) {
            boolean partitioned =
                    LiveTable.table(alter, context).filter(Table::isPartitioned).isPresent();
            for (AlterTableAction action : alter.actions()) {
                if (action instanceof AlterTableAction.SetTablespace && !partitioned) {
                    report(action.range(), LiveTable.name(alter), reporter);
                }
            }
        }
    }

    private static void report(SourceRange range, String what, Reporter reporter) {
        reporter.report(
                range,
                "SET TABLESPACE copies " + what + " under ACCESS EXCLUSIVE and blocks its reads and writes meanwhile",
                "Move an index by REINDEX (TABLESPACE …) CONCURRENTLY, and a table while the application is stopped.");
    }
}
