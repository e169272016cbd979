package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.StatementExcerpt;
import dev.pgmigrate.migration.Transactional;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.TransactionState;
import dev.pgmigrate.sql.ast.Statement;

/** Reports a statement that the server refuses inside a transaction, in a file whose other statements need one. */
final class NonTransactionalAlone extends StatementRule<Statement> {
    NonTransactionalAlone() {
        super(Facts.error(Category.TRANSACTION).alsoInRollbacks().since("0.1"), Statement.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        boolean byFile = context.runner() == Runner.MIGRATE || context.runner() == Runner.FLYWAY;
        if (byFile
                && context.place() == Place.FILE
                && context.transaction() == TransactionState.RUNNER
                && Transactional.of(statement) == Transactional.NO) {
            reporter.report(
                    statement.range(),
                    StatementExcerpt.of(statement, context.sql())
                            + " cannot share a file with statements that need a transaction, because the server"
                            + " refuses it inside one (SQLSTATE " + SqlState.ACTIVE_SQL_TRANSACTION + ")",
                    "Move it into a file of its own.");
        }
    }
}
