package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.Set;

/** Reports {@code SET TABLESPACE} of something that exists, whose files are copied under the lock. */
public final class SetTablespace implements Rule {
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
        return Set.of(StatementKind.ALTER_TABLE, StatementKind.ALTER_TABLE_MOVE_ALL);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof TableStatement.AlterTableMoveAll move) {
            report(move.range(), "every relation of tablespace `" + move.name().qualified() + "`", reporter);
            return;
        }
        if (context.statement() instanceof TableStatement.AlterTable alter && !context.isFresh(alter.name())) {
            boolean partitioned =
                    LiveTable.table(context).filter(Table::isPartitioned).isPresent();
            for (AlterTableAction action : alter.actions()) {
                if (action instanceof AlterTableAction.SetTablespace && !partitioned) {
                    report(action.range(), LiveTable.name(context), reporter);
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
