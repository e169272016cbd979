package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.ast.BulkStatement;
import java.util.List;

/** Reports {@code LOCK TABLE} in a mode that others' reads or writes wait for. */
final class ExplicitLockTable extends StatementRule<BulkStatement.Lock> {
    ExplicitLockTable() {
        super(Facts.warning(Category.LOCK).since("0.1"), BulkStatement.Lock.class);
    }

    @Override
    protected void check(BulkStatement.Lock lock, LintContext context, Reporter reporter) {
        if (lock.mode().blocksWrites()) {
            List<String> tables = lock.tables().stream()
                    .map(BulkStatement.Relation::name)
                    .filter(table -> !context.isFresh(table))
                    .map(LiveTable::quoted)
                    .toList();
            if (!tables.isEmpty()) {
                reporter.report(
                        lock.range(),
                        "LOCK TABLE in " + lock.mode().sql() + " mode blocks "
                                + (lock.mode().blocksReads() ? "reads and writes" : "writes") + " of "
                                + String.join(", ", tables) + " until the transaction ends",
                        "Leave the lock out, and let each statement take the one that it needs.");
            }
        }
    }
}
