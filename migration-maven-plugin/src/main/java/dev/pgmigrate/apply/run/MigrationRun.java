package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.ScriptRunner;
import dev.pgmigrate.apply.ScriptStep;
import dev.pgmigrate.apply.StatementFailedException;
import dev.pgmigrate.apply.history.AdvisoryLock;
import dev.pgmigrate.apply.history.LockLostException;
import dev.pgmigrate.apply.history.SchemaHistory;
import dev.pgmigrate.apply.history.SupabaseMirror;
import dev.pgmigrate.migration.Checksum;
import dev.pgmigrate.migration.Directive;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.OwnTransaction;
import dev.pgmigrate.migration.TransactionMode;
import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.server.SessionSettings;
import dev.pgmigrate.sql.ast.SettingStatement;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies single migrations, each in its transaction mode, with its row in the history. */
final class MigrationRun {
    private final ServerConnection worker;
    private final SchemaHistory history;
    private final AdvisoryLock lock;
    private final StatementWatch watch;
    private final MigratorSettings settings;
    private final MigratorListener listener;
    private final ScriptRunner runner;
    private final Leftovers leftovers;
    private final @Nullable SupabaseMirror mirror;

    MigrationRun(
            ServerConnection worker,
            SchemaHistory history,
            AdvisoryLock lock,
            StatementWatch watch,
            MigratorSettings settings,
            MigratorListener listener) {
        this.worker = worker;
        this.history = history;
        this.lock = lock;
        this.watch = watch;
        this.settings = settings;
        this.listener = listener;
        this.runner = new ScriptRunner(worker);
        this.leftovers = new Leftovers(worker);
        this.mirror = SupabaseMirror.find(worker).orElse(null);
    }

    /** One of the two is null. */
    record Outcome(
            @Nullable AppliedMigration applied, @Nullable MigrationFailure failure) {}

    Outcome apply(Migration migration) {
        long start = System.nanoTime();
        for (int tries = 1; ; tries++) {
            long tryStart = System.nanoTime();
            try {
                if (migration.transactionMode() == TransactionMode.NONE) {
                    applyWithoutTransaction(migration, start);
                } else {
                    applyInTransaction(migration, start);
                }
                return new Outcome(new AppliedMigration(migration, since(start), tries), null);
            } catch (StatementFailedException | RequirementFailedException | ServerException e) {
                watch.end();
                if (!rollBack(e)) {
                    return new Outcome(null, new MigrationFailure(migration, e, tries, false));
                }
                ServerError error = error(e);
                boolean whole = migration.transactionMode() == TransactionMode.TRANSACTION;
                if (whole && error != null && settings.retry().again(error, tries, since(tryStart))) {
                    Duration pause = settings.retry().pauseAfter(tries);
                    listener.retrying(migration, tries, settings.retry().tries(), pause, error);
                    AdvisoryLock.pause(pause.toMillis());
                    continue;
                }
                return new Outcome(
                        null, new MigrationFailure(migration, e, tries, recordFailure(migration, e, since(start))));
            }
        }
    }

    private void applyInTransaction(Migration migration, long start) {
        OwnTransaction own = migration.sql().ownTransaction();
        if (own.isPair()) {
            listener.ownTransactionReplaced(migration);
        }
        List<ScriptStep> steps = own.inside(ScriptStep.of(migration.script()));
        String begin = reset(migration) + "; " + own.beginSql(migration.source());
        for (ScriptStep step : beginWithFirst(migration, begin, steps)) {
            watched(migration, step);
        }
        checkEnsured(migration);
        if (mirror != null) {
            worker.execute("RESET SESSION AUTHORIZATION; RESET ROLE");
            mirror.record(migration);
        }
        history.commitApplied(settings.entry(migration), since(start).toMillis());
    }

    /** Begins, and runs the first statement in the same round trip where nothing comes between. Returns the others. */
    private List<ScriptStep> beginWithFirst(Migration migration, String begin, List<ScriptStep> steps) {
        boolean together = !steps.isEmpty()
                && steps.get(0).dataOrNull() == null
                && migration.directives().of(Directive.Requires.class).findAny().isEmpty();
        if (!together) {
            requireLock(worker.ask(begin), null);
            checkRequired(migration);
            return steps;
        }
        watch.begin(migration, steps.get(0).range());
        boolean locked = runner.askAndRun(begin, migration.sql(), steps.get(0));
        watch.end();
        requireLock(locked, null);
        return steps.subList(1, steps.size());
    }

    private static void requireLock(boolean locked, @Nullable RuntimeException cause) {
        if (!locked) {
            throw new LockLostException(cause);
        }
    }

    /** Returns the SQL that resets the session and asks whether the lock is still there. */
    private String reset(Migration migration) {
        return settings.timeouts(migration).resetSql(worker, lock.condition());
    }

    private void applyWithoutTransaction(Migration migration, long start) {
        requireLock(worker.ask(reset(migration)), null);
        checkRequired(migration);
        Map<Integer, String> done = history.statementsDone(migration.version().toString());
        boolean resuming = !done.isEmpty();
        List<ScriptStep> steps = ScriptStep.of(migration.script());
        for (int i = 0; i < steps.size(); i++) {
            ScriptStep step = steps.get(i);
            boolean setting = step.statement() instanceof SettingStatement;
            String checksum = Checksum.of(step.sql()).hex();
            if (resuming && !setting) {
                if (checksum.equals(done.get(i))) {
                    continue;
                }
                resuming = false;
                listener.resumed(migration, step.range());
            }
            runAlone(migration, step);
            if (!setting) {
                history.recordStatement(migration.version().toString(), checksum, i);
            }
        }
        checkEnsured(migration);
        requireLock(worker.ask(reset(migration) + "; BEGIN"), null);
        history.forgetStatements(migration.version().toString());
        if (mirror != null) {
            mirror.record(migration);
        }
        history.commitApplied(settings.entry(migration), since(start).toMillis());
    }

    private void runAlone(Migration migration, ScriptStep step) {
        if (!Leftovers.possibleAfter(step.statement())) {
            watched(migration, step);
            return;
        }
        // A timeout would cancel it, and cancelling is what leaves something behind.
        SessionSettings.UNLIMITED.apply(worker);
        if (leftovers.clearBefore(step.statement(), leftover -> listener.leftoverRemoved(migration, leftover))) {
            return;
        }
        Set<Leftover> before = leftovers.find();
        try {
            watched(migration, step);
        } catch (StatementFailedException e) {
            watch.end();
            if (!e.connectionLost()) {
                worker.rollback();
                Set<Leftover> fresh = new LinkedHashSet<>(leftovers.find());
                fresh.removeAll(before);
                fresh.forEach(leftover -> remove(migration, step, leftover));
            }
            throw e;
        }
        settings.timeouts(migration).apply(worker);
    }

    private void watched(Migration migration, ScriptStep step) {
        watch.begin(migration, step.range());
        runner.run(migration.sql(), step);
        watch.end();
    }

    private void remove(Migration migration, ScriptStep step, Leftover leftover) {
        if (!Leftovers.isSafeToRemoveAfter(step.statement(), leftover)) {
            listener.leftoverStays(migration, leftover);
            return;
        }
        try {
            leftovers.remove(leftover);
            listener.leftoverRemoved(migration, leftover);
        } catch (ServerException e) {
            // The statement's own error is what the user has to see; this one only adds that something is left.
            listener.leftoverStays(migration, leftover);
        }
    }

    private void checkRequired(Migration migration) {
        ObjectProbe probe = new ObjectProbe(worker);
        migration.directives().of(Directive.Requires.class).forEach(requires -> {
            if (!probe.exists(requires.object())) {
                throw new RequirementFailedException(migration, requires.object(), requires.range(), true);
            }
        });
    }

    private void checkEnsured(Migration migration) {
        ObjectProbe probe = new ObjectProbe(worker);
        migration.directives().of(Directive.Ensures.class).forEach(ensures -> {
            if (!probe.exists(ensures.object())) {
                throw new RequirementFailedException(migration, ensures.object(), ensures.range(), false);
            }
        });
    }

    /** Returns whether the session is there to go on with. */
    private boolean rollBack(RuntimeException e) {
        if (e instanceof StatementFailedException failed && failed.connectionLost()) {
            return false;
        }
        if (e instanceof ServerException failed && failed.connectionLost()) {
            return false;
        }
        worker.rollback();
        return true;
    }

    private boolean recordFailure(Migration migration, RuntimeException e, Duration duration) {
        try {
            // Whoever has the lock now may have applied it meanwhile.
            requireLock(worker.ask(reset(migration)), e);
            history.recordFailed(settings.entry(migration), duration.toMillis(), String.valueOf(e.getMessage()));
            return true;
        } catch (ServerException notRecorded) {
            e.addSuppressed(notRecorded);
            return false;
        }
    }

    private static @Nullable ServerError error(RuntimeException e) {
        if (e instanceof StatementFailedException failed) {
            return failed.error();
        }
        return e instanceof ServerException failed ? failed.error() : null;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
