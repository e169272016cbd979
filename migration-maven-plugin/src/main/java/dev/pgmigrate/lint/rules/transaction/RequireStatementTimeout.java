package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.effect.Effect;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.evidence.LiveLocks;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Step;
import java.util.Optional;

/** Reports a statement whose time grows with a live table, run without a bound on that time. */
final class RequireStatementTimeout extends FileRule {
    RequireStatementTimeout() {
        super(Facts.off(Category.TRANSACTION).fixable().since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        for (Step step : context.steps().changes()) {
            Optional<Effect> work = LiveLocks.of(step, context).stream()
                    .filter(effect -> effect.work().growsWithTheTable())
                    .findFirst();
            boolean waits = Concurrently.build(step.statement()) != null;
            if (work.isPresent()
                    && !waits
                    && step.settings().attempt("statement_timeout").isEmpty()) {
                String local = step.transaction().isOpen() ? "LOCAL " : "";
                reporter.report(
                                step.statement().range(),
                                "Nothing bounds how long this holds its "
                                        + work.get().mode().sql() + " lock on `"
                                        + work.get().relation().name() + "`",
                                "Write SET " + local + "statement_timeout before it.")
                        .fix(
                                step.place() == Place.FILE
                                        ? Optional.of(Fix.insert(
                                                step.statement().range().start(),
                                                "SET " + local + "statement_timeout = '10min';\n"))
                                        : Optional.empty());
                return;
            }
        }
    }
}
