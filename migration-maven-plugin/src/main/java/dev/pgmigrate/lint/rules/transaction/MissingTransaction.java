package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.lint.evidence.StatementEdits;
import dev.pgmigrate.lint.evidence.StatementExcerpt;
import dev.pgmigrate.migration.Transactional;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import java.util.List;

/** Reports a file of {@code psql} whose second statement can fail after the first has committed and cannot be run again. */
final class MissingTransaction extends FileRule {
    MissingTransaction() {
        super(Facts.warning(Category.TRANSACTION).fixable().since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        List<Step> steps = context.topLevel();
        boolean autocommit = context.folder().settings().runner() == Runner.PSQL
                && steps.stream()
                        .noneMatch(step -> step.statement() instanceof TransactionStatement
                                || Transactional.of(step.statement()) == Transactional.NO);
        List<Step> once = steps.stream()
                .filter(step -> runsOnce(step.statement()))
                .filter(step -> !isIndexOfNewTable(context.context(step)))
                .toList();
        if (autocommit && once.size() > 1) {
            Step second = once.get(1);
            reporter.report(
                            second.statement().range(),
                            "If " + StatementExcerpt.of(second.statement(), context.sql())
                                    + " fails, what came before it stays, and the file can neither continue nor start again",
                            "Put the statements between BEGIN and COMMIT.")
                    .fix(Fix.of(
                            TextEdit.insert(steps.get(0).statement().range().start(), "BEGIN;\n"),
                            StatementEdits.append(steps.get(steps.size() - 1).statement(), context.sql(), "COMMIT;")));
        }
    }

    /** Nothing stands against it, since nobody has put rows into the table yet. */
    private static boolean isIndexOfNewTable(LintContext context) {
        return context.statement() instanceof IndexStatement.CreateIndex index && context.isFresh(index.table());
    }

    private static boolean runsOnce(Statement statement) {
        if (statement instanceof TableStatement.Definition create) {
            return !create.ifNotExists();
        }
        if (statement instanceof TableStatement.CreateTableAs create) {
            return !create.ifNotExists();
        }
        if (statement instanceof IndexStatement.CreateIndex create) {
            return !create.ifNotExists();
        }
        return statement instanceof TableStatement.AlterTable alter
                && alter.actions().stream().anyMatch(MissingTransaction::runsOnce);
    }

    private static boolean runsOnce(AlterTableAction action) {
        if (action instanceof AlterTableAction.AddColumn add) {
            return !add.ifNotExists();
        }
        return action instanceof AlterTableAction.Dropping drop && !drop.ifExists();
    }
}
