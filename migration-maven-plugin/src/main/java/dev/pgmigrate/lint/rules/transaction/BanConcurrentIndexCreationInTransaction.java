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

/** Reports a statement that the server refuses inside a transaction block, inside one. */
public final class BanConcurrentIndexCreationInTransaction implements Rule {
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
        if (Transactional.of(context.statement()) != Transactional.NO) {
            return;
        }
        boolean alwaysWrapped = context.runner() == Runner.LIQUIBASE || context.runner() == Runner.SUPABASE;
        String advice;
        if (context.place() == Place.DO_BODY) {
            advice = "Move it out of the DO block, into a file of its own.";
        } else if (context.transaction() == TransactionState.FILE) {
            advice = "Move it out of BEGIN and COMMIT, into a file of its own.";
        } else if (context.transaction() == TransactionState.RUNNER && alwaysWrapped) {
            advice = context.runner() == Runner.LIQUIBASE
                    ? "Move it into a changeset of its own with runInTransaction:false."
                    : "Move it into a file of its own, and run that outside the CLI.";
        } else {
            return;
        }
        reporter.report(
                context.statement().range(),
                Excerpt.of(context.statement(), context.sql())
                        + " cannot run inside a transaction block (SQLSTATE 25001)",
                advice);
    }
}
