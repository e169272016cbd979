package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.evidence.StatementEdits;
import dev.pgmigrate.replay.Settings;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import java.util.List;

/** Reports a transaction that nothing ends when its client hangs. */
final class RequireIdleInTransactionTimeout extends FileRule {
    RequireIdleInTransactionTimeout() {
        super(Facts.off(Category.TRANSACTION).fixable().since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        TransactionStatement begin = null;
        for (Step step : context.topLevel()) {
            if (step.statement() instanceof TransactionStatement transaction) {
                boolean starts = transaction.action() == TransactionStatement.Action.BEGIN
                        || transaction.action() == TransactionStatement.Action.START;
                boolean ends = transaction.action() == TransactionStatement.Action.COMMIT
                        || transaction.action() == TransactionStatement.Action.ROLLBACK;
                if (starts) {
                    begin = transaction;
                } else if (ends) {
                    begin = null;
                }
            } else if (begin != null && step.statement() instanceof TableStatement table) {
                if (!isBounded(step.settings())) {
                    reporter.report(
                                    begin.range(),
                                    "If the client hangs before COMMIT, the locks on `" + table.name()
                                            + "` are held forever",
                                    "Write SET LOCAL idle_in_transaction_session_timeout after BEGIN.")
                            .fix(new Fix(List.of(StatementEdits.append(
                                    begin, context.sql(), "SET LOCAL idle_in_transaction_session_timeout = '1min';"))));
                }
                begin = null;
            }
        }
    }

    private static boolean isBounded(Settings settings) {
        return settings.attempt("idle_in_transaction_session_timeout").isPresent()
                || settings.attempt("transaction_timeout").isPresent();
    }
}
