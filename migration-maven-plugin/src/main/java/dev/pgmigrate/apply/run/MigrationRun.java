package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.RequirementFailedException;
import dev.pgmigrate.apply.history.AdvisoryLock;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.TransactionMode;
import dev.pgmigrate.server.ServerException;
import java.time.Duration;

/** Applies single migrations, each with its row in the history. */
final class MigrationRun {
    private final RunResources resources;

    MigrationRun(RunResources resources) {
        this.resources = resources;
    }

    /** Applies {@code migration}, retries it if it only timed out waiting for a lock, and records a failure. */
    Outcome apply(Migration migration) {
        if (migration.sql().ownTransaction().isPair()) {
            resources.listener().ownTransactionReplaced(migration);
        }
        long start = System.nanoTime();
        for (int tries = 1; ; tries++) {
            long tryStart = System.nanoTime();
            ServerSteps steps = new ServerSteps(resources, migration, start);
            try {
                ApplySteps.take(migration, resources.settings(), steps);
                return new AppliedMigration(migration, ServerSteps.since(start), tries);
            } catch (ServerException | RequirementFailedException | OutcomeUnknownException e) {
                resources.watch().end();
                if (e instanceof ServerException refusal && refusal.connectionLost()) {
                    return new MigrationFailure(migration, e, tries, false);
                }
                if (!rollBack(e)) {
                    return new MigrationFailure(migration, e, tries, false);
                }
                if (!pausesBeforeAnotherTry(migration, e, tries, ServerSteps.since(tryStart))) {
                    return new MigrationFailure(migration, e, tries, recordFailure(steps, e));
                }
            }
        }
    }

    /** Returns whether the session can still be used. */
    private boolean rollBack(RuntimeException e) {
        try {
            resources.worker().rollback();
            return true;
        } catch (ServerException gone) {
            // After a PANIC the first answer has the code of its reason, and only the next one that the session is
            // over.
            e.addSuppressed(gone);
            return false;
        }
    }

    private boolean pausesBeforeAnotherTry(Migration migration, RuntimeException e, int tries, Duration duration) {
        if (migration.transactionMode() == TransactionMode.NONE
                || !(e instanceof ServerException refusal)
                || !resources.settings().retry().again(refusal.error(), tries, duration)) {
            return false;
        }
        Duration pause = resources.settings().retry().pauseAfter(tries);
        resources
                .listener()
                .retrying(migration, tries, resources.settings().retry().tries(), pause, refusal.error());
        AdvisoryLock.pause(pause.toMillis());
        return true;
    }

    private static boolean recordFailure(ServerSteps steps, RuntimeException e) {
        try {
            steps.recordFailure(e);
            return true;
        } catch (ServerException notRecorded) {
            e.addSuppressed(notRecorded);
            return false;
        }
    }
}
