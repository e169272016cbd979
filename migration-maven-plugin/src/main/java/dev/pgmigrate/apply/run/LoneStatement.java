package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.ScriptRunner;
import dev.pgmigrate.apply.ScriptStep;
import dev.pgmigrate.apply.StatementFailedException;
import dev.pgmigrate.apply.history.HistoryRecords;
import dev.pgmigrate.apply.history.StatementLedger;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.sql.ast.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs a statement that cannot run in a transaction.
 *
 * <p>Its line in the ledger is written first. If an attempt ends without an answer, the next one finds out from the
 * catalog whether the server finished the statement.
 */
final class LoneStatement {
    private final RunResources resources;
    private final ServerConnection worker;
    private final StatementLedger ledger;
    private final Migration migration;
    private final ScriptStep step;
    private final String version;
    private final Leftovers leftovers;
    private final Completion completion;

    LoneStatement(RunResources resources, StatementLedger ledger, Migration migration, ScriptStep step) {
        this.resources = resources;
        this.worker = resources.worker();
        this.ledger = ledger;
        this.migration = migration;
        this.step = step;
        this.version = migration.version().toString();
        this.leftovers = new Leftovers(worker, resources.settings().lockWait());
        this.completion = new Completion(worker, ledger.startedLine(version));
    }

    /**
     * Runs it.
     *
     * @param unanswered whether an earlier attempt sent it and never received an answer
     * @throws OutcomeUnknownException if it may have been done and nothing shows whether it was
     * @throws OrphanException if the earlier try is still at it for too long
     */
    void run(String checksum, boolean unanswered) {
        Statement statement = step.statement();
        if (unanswered) {
            leftovers.awaitOthers(statement, holders -> resources.listener().blocked(migration, step.range(), holders));
            if (completion.of(statement) == Completion.Answer.UNKNOWN) {
                throw new OutcomeUnknownException(migration, step.range(), ledger.abandoned(version));
            }
        }
        boolean done = completion.of(statement) == Completion.Answer.DONE;
        // What is there before the first try was made by somebody else: the server has to say so, and no later try may
        // take it for ours.
        boolean foreign = done && !unanswered;
        if (!done && !unanswered) {
            send(ledger.started(version, checksum));
        }
        if (!done || foreign) {
            runNow(unanswered);
        }
        send(foreign ? ledger.done(version, checksum) : ledger.finished(version));
    }

    private void runNow(boolean unanswered) {
        Statement statement = step.statement();
        Set<Leftover> before = Set.of();
        resources.watch().begin(migration, step.range());
        try {
            if (leftovers.clearBefore(
                    statement, leftover -> resources.listener().leftoverRemoved(migration, leftover))) {
                return;
            }
            before = leftovers.find(statement);
            new ScriptRunner(worker).run(migration.sql(), step);
        } catch (ServerException e) {
            if (!e.connectionLost()) {
                worker.rollback();
                if (unanswered && completion.of(statement) == Completion.Answer.DONE) {
                    return; // The earlier attempt was still running, and has just finished.
                }
                send(ledger.abandoned(version));
                Set<Leftover> fresh = new LinkedHashSet<>(leftovers.find(statement));
                fresh.removeAll(before);
                fresh.forEach(this::remove);
            }
            throw e instanceof StatementFailedException ? e : ScriptRunner.failed(migration.sql(), step.range(), e);
        } finally {
            resources.watch().end();
        }
    }

    private void remove(Leftover leftover) {
        if (!Leftovers.isSafeToRemoveAfter(step.statement())) {
            resources.listener().leftoverStays(migration, leftover);
            return;
        }
        try {
            leftovers.remove(leftover);
            resources.listener().leftoverRemoved(migration, leftover);
        } catch (ServerException e) {
            // The user has to see the statement's own error; this one only adds that something is left behind.
            resources.listener().leftoverStays(migration, leftover);
        }
    }

    private void send(String record) {
        HistoryRecords.sendAlone(worker, List.of(record), version);
    }
}
