package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.evidence.Excerpt;
import dev.pgmigrate.migration.Transactional;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.TransactionState;

/** Reports a statement that the server refuses inside a transaction, in a file whose other statements need one. */
public final class NonTransactionalAlone implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Category category() {
        return Category.TRANSACTION;
    }

    @Override
    public boolean judgesRollbacks() {
        return true;
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        boolean byFile = context.runner() == Runner.MIGRATE || context.runner() == Runner.FLYWAY;
        if (byFile
                && context.place() == Place.FILE
                && context.transaction() == TransactionState.RUNNER
                && Transactional.of(context.statement()) == Transactional.NO) {
            reporter.report(
                    context.statement().range(),
                    Excerpt.of(context.statement(), context.sql())
                            + " cannot share a file with statements that need a transaction, because the server"
                            + " refuses it inside one (SQLSTATE 25001)",
                    "Move it into a file of its own.");
        }
    }
}
