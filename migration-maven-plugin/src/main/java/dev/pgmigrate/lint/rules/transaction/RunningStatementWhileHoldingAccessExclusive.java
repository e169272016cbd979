package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.effect.Effect;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.evidence.LiveLocks;
import dev.pgmigrate.postgres.LockMode;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports work on one table while the transaction holds the strongest lock on another. */
final class RunningStatementWhileHoldingAccessExclusive extends FileRule {
    RunningStatementWhileHoldingAccessExclusive() {
        super(Facts.warning(Category.TRANSACTION).since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        Set<QualifiedName> held = new LinkedHashSet<>();
        for (Step step : context.steps()) {
            if (context.isBehindCommit(step)) {
                held.clear();
            }
            List<Effect> locks = LiveLocks.of(step, context);
            Optional<QualifiedName> worked = held.isEmpty() ? Optional.empty() : workedOn(step, locks, context);
            Optional<QualifiedName> other = held.stream()
                    .filter(table -> !worked.orElse(table).equals(table))
                    .findFirst();
            if (worked.isPresent() && other.isPresent()) {
                reporter.report(
                        step.statement().range(),
                        "While this works on `" + worked.get().name() + "`, all reads and writes of `"
                                + other.get().name()
                                + "` wait, because its ACCESS EXCLUSIVE lock is kept until the commit",
                        "Move the statement into a file of its own.");
                return;
            }
            for (Effect effect : locks) {
                if (effect.mode() == LockMode.ACCESS_EXCLUSIVE) {
                    held.add(effect.relation());
                }
            }
        }
    }

    private static Optional<QualifiedName> workedOn(Step step, List<Effect> locks, FileContext context) {
        if (step.place() == Place.FUNCTION_BODY) {
            return Optional.empty();
        }
        Optional<QualifiedName> rows = RowWork.of(step.statement())
                .map(table -> step.before().resolve(table))
                .filter(table -> !context.isFresh(step.before(), table));
        return rows.or(() -> locks.stream()
                .filter(effect -> effect.work().growsWithTheTable())
                .map(Effect::relation)
                .findFirst());
    }
}
