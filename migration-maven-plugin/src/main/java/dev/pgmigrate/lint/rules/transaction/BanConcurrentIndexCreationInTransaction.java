package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.OutsideTransaction;
import dev.pgmigrate.lint.evidence.StatementExcerpt;
import dev.pgmigrate.migration.Transactional;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.TransactionState;
import dev.pgmigrate.sql.ast.Statement;

/** Reports a statement that the server refuses inside a transaction block, inside one. */
final class BanConcurrentIndexCreationInTransaction extends StatementRule<Statement> {
    BanConcurrentIndexCreationInTransaction() {
        super(Facts.error(Category.TRANSACTION).alsoInRollbacks().since("0.1"), Statement.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (Transactional.of(statement) != Transactional.NO) {
            return;
        }
        boolean alwaysWrapped = context.runner() == Runner.LIQUIBASE || context.runner() == Runner.SUPABASE;
        String place = OutsideTransaction.place(context.runner());
        String advice;
        if (context.place() == Place.DO_BODY) {
            advice = "Move it out of the DO block, into " + place + ".";
        } else if (context.transaction() == TransactionState.FILE) {
            advice = "Move it out of BEGIN and COMMIT, into " + place + ".";
        } else if (context.transaction() == TransactionState.RUNNER && alwaysWrapped) {
            advice = "Move it into " + place + ".";
        } else {
            return;
        }
        Reporter.Draft draft = reporter.report(
                statement.range(),
                StatementExcerpt.of(statement, context.sql()) + " cannot run inside a transaction block (SQLSTATE "
                        + SqlState.ACTIVE_SQL_TRANSACTION + ")",
                advice);
        if (context.runner() == Runner.SUPABASE && isAlone(context)) {
            draft.atMost(Severity.INFO);
        }
    }

    /** Such a file the Supabase CLI runs by itself since 2.109; which version a team has no file shows. */
    private static boolean isAlone(LintContext context) {
        return context.file().topLevel().stream()
                .allMatch(step -> Transactional.of(step.statement()) == Transactional.NO);
    }
}
