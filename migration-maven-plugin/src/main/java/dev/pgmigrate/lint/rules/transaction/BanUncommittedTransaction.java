package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.lint.evidence.StatementEdits;
import dev.pgmigrate.lint.evidence.StatementExcerpt;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.replay.TransactionState;
import dev.pgmigrate.sql.ast.TransactionStatement;

/** Reports a {@code BEGIN} whose transaction the file never ends. */
final class BanUncommittedTransaction extends FileRule {
    BanUncommittedTransaction() {
        super(Facts.error(Category.TRANSACTION).fixable().alsoInRollbacks().since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        Step open = null;
        Step last = null;
        for (Step step : context.topLevel()) {
            last = step;
            if (step.statement() instanceof TransactionStatement change) {
                switch (change.action()) {
                    case BEGIN, START -> open = step;
                    case COMMIT, ROLLBACK, PREPARE -> open = change.chain() ? step : null;
                    default -> {}
                }
            }
        }
        if (open != null && last != null) {
            boolean wrapped = context.steps().get(0).transaction() == TransactionState.RUNNER;
            TextEdit edit = wrapped
                    ? StatementEdits.delete(open.statement(), context.sql())
                    : StatementEdits.append(last.statement(), context.sql(), "COMMIT;");
            reporter.report(
                            open.statement().range(),
                            "The transaction of " + StatementExcerpt.of(open.statement(), context.sql())
                                    + " is never committed, so the server rolls it back when the session ends",
                            wrapped
                                    ? "Leave the BEGIN out: the runner opens a transaction, and commits it."
                                    : "Write COMMIT as the last statement, or leave the BEGIN out.")
                    .fix(Fix.of(edit));
        }
    }
}
