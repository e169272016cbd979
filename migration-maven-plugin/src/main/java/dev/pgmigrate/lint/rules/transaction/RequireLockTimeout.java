package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.effect.Effect;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.evidence.LiveLocks;
import dev.pgmigrate.postgres.Timeout;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Settings;
import dev.pgmigrate.replay.Step;
import java.time.Duration;
import java.util.Optional;

/** Reports a lock that others wait behind, asked for without a bound on how long to wait for it. */
final class RequireLockTimeout extends FileRule {
    /** Longer than that nobody wants to queue behind a migration. */
    private static final Duration SHORT = Duration.ofSeconds(10);

    RequireLockTimeout() {
        super(Facts.warning(Category.TRANSACTION).fixable().since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        LintSettings settings = context.folder().settings();
        if (settings.runner() == Runner.MIGRATE || settings.runnerSetsTimeouts()) {
            return;
        }
        for (Step step : context.steps().changes()) {
            // A cancelled CONCURRENTLY is left half done, so nothing may bound its wait.
            Optional<Effect> lock =
                    Concurrently.build(step.statement()) == null ? LiveLocks.blocking(step, context) : Optional.empty();
            if (lock.isPresent()) {
                if (step.settings().attempt("lock_timeout").isEmpty()) {
                    Optional<Duration> bound = bound(step);
                    if (bound.filter(most -> most.compareTo(SHORT) <= 0).isPresent()) {
                        return;
                    }
                    String local = step.transaction().isOpen() ? "LOCAL " : "";
                    reporter.report(
                                    step.statement().range(),
                                    "The " + lock.get().mode().sql() + " lock on `"
                                            + lock.get().relation().name()
                                            + "` is waited for "
                                            + bound.map(most ->
                                                            "up to " + most.toSeconds() + " s, the statement_timeout")
                                                    .orElse("indefinitely")
                                            + ", and behind it every later "
                                            + (lock.get().mode().blocksReads() ? "query" : "write")
                                            + " of the table waits too",
                                    "Write SET " + local + "lock_timeout = '2s' before it.")
                            .fix(
                                    step.place() == Place.FILE
                                            ? Optional.of(Fix.insert(
                                                    step.statement().range().start(),
                                                    "SET " + local + "lock_timeout = '2s';\n"))
                                            : Optional.empty());
                }
                return;
            }
        }
    }

    /** The wait for a lock is part of the statement (manual, Statement Behavior, {@code statement_timeout}). */
    private static Optional<Duration> bound(Step step) {
        return step.settings()
                .get("statement_timeout")
                .map(Settings.Setting::value)
                .flatMap(value -> Timeout.parse(value.chars().allMatch(Character::isDigit) ? value + "ms" : value))
                .filter(timeout -> !timeout.isZero());
    }
}
