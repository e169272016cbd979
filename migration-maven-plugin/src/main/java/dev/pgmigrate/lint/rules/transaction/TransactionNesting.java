package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.evidence.StatementEdits;
import dev.pgmigrate.lint.evidence.StatementExcerpt;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.replay.TransactionState;
import dev.pgmigrate.sql.ast.TransactionStatement;
import java.util.List;
import java.util.Optional;

/** Reports {@code BEGIN}, {@code COMMIT} and {@code ROLLBACK} inside a transaction that somebody else has opened. */
final class TransactionNesting extends FileRule {
    TransactionNesting() {
        super(Facts.error(Category.TRANSACTION).fixable().alsoInRollbacks().since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        for (Step step : CommittingCalls.of(context)) {
            reporter.report(
                    step.statement().range(),
                    StatementExcerpt.of(step.statement(), step.file())
                            + " commits inside a transaction, which the server refuses (SQLSTATE "
                            + SqlState.INVALID_TRANSACTION_TERMINATION + ")",
                    "Run it in a file of its own that has no transaction.");
        }
        boolean ours = context.folder().settings().runner() == Runner.MIGRATE;
        List<Step> changes = TransactionBlocks.changes(context);
        if (changes.isEmpty() || (ours && context.sql().ownTransaction().isPair())) {
            return;
        }
        if (context.steps().get(0).transaction() == TransactionState.RUNNER) {
            reportEnd(
                    changes,
                    " ends the transaction that the runner opened for this file, and the history is no longer"
                            + " written together with it",
                    reporter);
        } else if (ours) {
            reportEnd(changes, " ends a transaction that does not stand around the whole file", reporter);
        } else {
            TransactionBlocks.unmatched(context)
                    .forEach(
                            step -> report(step, " has no BEGIN of its own and does nothing", List.of(step), reporter));
        }
    }

    /** Reports the first that ends a transaction; a last BEGIN that nothing ends is another rule's. */
    private static void reportEnd(List<Step> changes, String effect, Reporter reporter) {
        boolean open = TransactionBlocks.begins(changes.get(changes.size() - 1));
        List<Step> wrong = open ? changes.subList(0, changes.size() - 1) : changes;
        wrong.stream()
                .filter(step -> !TransactionBlocks.begins(step))
                .findFirst()
                .ifPresent(end -> report(end, effect, wrong, reporter));
    }

    /** Without a {@code ROLLBACK}, removing all of them leaves what runs as it is. */
    private static void report(Step at, String effect, List<Step> wrong, Reporter reporter) {
        boolean undoes =
                wrong.stream().anyMatch(step -> TransactionBlocks.ends(step, TransactionStatement.Action.ROLLBACK));
        Optional<Fix> fix = undoes
                ? Optional.empty()
                : Optional.of(new Fix(wrong.stream()
                        .map(step -> StatementEdits.delete(step.statement(), step.file()))
                        .toList()));
        reporter.report(
                        at.statement().range(),
                        StatementExcerpt.of(at.statement(), at.file()) + effect,
                        "Remove the file's own BEGIN, COMMIT and ROLLBACK.")
                .fix(fix);
    }
}
