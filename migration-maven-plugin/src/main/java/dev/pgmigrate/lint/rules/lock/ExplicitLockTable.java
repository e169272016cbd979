package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.ast.BulkStatement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.List;
import java.util.Set;

/** Reports {@code LOCK TABLE} in a mode that others' reads or writes wait for. */
public final class ExplicitLockTable implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Category category() {
        return Category.LOCK;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.LOCK);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (context.statement() instanceof BulkStatement.Lock lock
                && lock.mode().blocksWrites()) {
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
