package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.StatementExcerpt;
import dev.pgmigrate.migration.SessionState;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.TransactionState;
import dev.pgmigrate.sql.ast.Statement;

/** Reports what a file without a transaction leaves in its session, where a later try would not find it. */
final class SessionStateWithoutTransaction extends StatementRule<Statement> {
    SessionStateWithoutTransaction() {
        super(Facts.error(Category.TRANSACTION).since("0.1"), Statement.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (context.runner() == Runner.MIGRATE
                && context.place() == Place.FILE
                && context.transaction() == TransactionState.NONE
                && SessionState.of(statement, context.sql().source()) == SessionState.LOST) {
            reporter.report(
                    statement.range(),
                    StatementExcerpt.of(statement, context.sql())
                            + " makes or needs something that ends with the session, and is gone when a later try goes"
                            + " on in the middle of this file, which runs without a transaction",
                    "Use a table, a value or a setting that stays, or remove `-- migrate:transaction off`.");
        }
    }
}
