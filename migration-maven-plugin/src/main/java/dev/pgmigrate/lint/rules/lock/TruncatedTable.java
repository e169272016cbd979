package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.BulkStatement;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.FunctionStatement;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import java.util.List;

/** Whether a table is sure to have no row, because the same transaction has truncated it and still holds its lock. */
final class TruncatedTable {
    private TruncatedTable() {}

    /** Returns whether {@code TRUNCATE} has emptied the table before the statement, and nothing can have filled it since. */
    static boolean isEmpty(QualifiedName table, LintContext context) {
        if (!context.inTransaction()) {
            return false;
        }
        List<Step> earlier = context.earlier();
        for (int i = earlier.size() - 1; i >= 0; i--) {
            Step step = earlier.get(i);
            boolean sure = !step.guard().isPresent();
            if (step.statement() instanceof BulkStatement.Truncate truncate
                    && sure
                    && truncates(truncate, table, step)) {
                return true;
            }
            if (mayFill(step.statement()) || step.statement() instanceof TransactionStatement) {
                return false;
            }
        }
        return false;
    }

    private static boolean truncates(BulkStatement.Truncate truncate, QualifiedName table, Step step) {
        return truncate.tables().stream()
                .anyMatch(each ->
                        !each.only() && step.before().resolve(each.name()).equals(table));
    }

    /** A trigger or a function may write to any table. */
    private static boolean mayFill(Statement statement) {
        return statement instanceof DmlStatement
                || statement instanceof BulkStatement.Copy
                || statement instanceof SelectStatement
                || statement instanceof FunctionStatement.CallStatement
                || statement instanceof FunctionStatement.DoStatement;
    }
}
