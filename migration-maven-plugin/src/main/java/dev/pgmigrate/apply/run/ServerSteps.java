package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.Requirements;
import dev.pgmigrate.apply.ScriptRunner;
import dev.pgmigrate.apply.ScriptStep;
import dev.pgmigrate.apply.StatementFailedException;
import dev.pgmigrate.apply.history.HistoryRecords;
import dev.pgmigrate.apply.history.LockLostException;
import dev.pgmigrate.apply.history.StatementLedger;
import dev.pgmigrate.apply.history.SupabaseMirror;
import dev.pgmigrate.migration.Directive;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.Transactional;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.server.SessionSettings;
import java.time.Duration;
import java.util.List;

/** Sends the steps of one migration to the server. */
final class ServerSteps implements ApplyStep.Interpreter {
    private final RunResources resources;
    private final ServerConnection worker;
    private final Migration migration;
    private final String version;
    private final long start;
    private final ScriptRunner runner;
    private final Recording recording;
    private final StatementLedger ledger;

    /** The SQL that is sent in one round trip with the next statement; it begins with the check of the lock. */
    private String ahead = "";

    private LedgerReader done = new LedgerReader(List.of());
    private boolean resuming;

    /** Creates an interpreter for one attempt of {@code migration}, which began at {@code start}. */
    ServerSteps(RunResources resources, Migration migration, long start) {
        this.resources = resources;
        this.worker = resources.worker();
        this.migration = migration;
        this.version = migration.version().toString();
        this.start = start;
        this.runner = new ScriptRunner(worker);
        this.recording = new Recording(
                new HistoryRecords(
                        resources.settings().table(), resources.lock().condition()),
                resources.settings(),
                migration,
                resources.direction());
        this.ledger = new StatementLedger(
                resources.settings().table(), resources.lock().condition());
    }

    @Override
    public void reset(SessionSettings timeouts) {
        ahead = timeouts.resetSql(worker, resources.lock().condition());
    }

    @Override
    public void readLedger() {
        sendAhead();
        done = new LedgerReader(ledger.lines(worker, version));
        resuming = !done.isEmpty();
    }

    @Override
    public void begin(String sql) {
        if (ahead.isEmpty()) {
            worker.execute(sql);
        } else {
            ahead += "; " + sql;
        }
    }

    @Override
    public void check(Directive.Requirement requirement) {
        sendAhead();
        resources.watch().begin(migration, requirement.range());
        new Requirements(worker).check(migration.sql(), requirement);
        resources.watch().end();
    }

    @Override
    public void run(ScriptStep step) {
        resources.watch().begin(migration, step.range());
        long begun = System.nanoTime();
        if (ahead.isEmpty() || step.dataOrNull() != null) {
            sendAhead();
            runner.run(migration.sql(), step);
        } else {
            String question = ahead;
            ahead = "";
            requireLock(runner.askAndRun(question, migration.sql(), step));
        }
        resources.watch().end();
        resources.listener().ran(migration, step, begun);
    }

    @Override
    public void set(String sql) {
        sendAhead();
        worker.execute(sql);
    }

    @Override
    public void record(ScriptStep step) {
        String checksum = step.checksum(migration.source());
        if (isDone(step, checksum)) {
            return;
        }
        if (done.isUnanswered(checksum)) {
            alone(step, checksum);
            return;
        }
        try {
            begin("BEGIN");
            run(step);
            resources.watch().beginOwn(migration);
            HistoryRecords.send(worker, HistoryRecords.commitWith(ledger.done(version, checksum)), version);
            resources.watch().end();
        } catch (StatementFailedException e) {
            if (!wantsNoTransaction(step, e)) {
                throw e;
            }
            worker.rollback();
            alone(step, checksum);
        } catch (ServerException e) {
            throw ScriptRunner.failed(migration.sql(), step.range(), e);
        }
    }

    /**
     * A statement that turned out not to run in a transaction did nothing, or was rolled back before its first commit.
     */
    private static boolean wantsNoTransaction(ScriptStep step, StatementFailedException e) {
        return Transactional.of(step.statement()) == Transactional.DEPENDS
                && (e.is(SqlState.ACTIVE_SQL_TRANSACTION) || e.is(SqlState.INVALID_TRANSACTION_TERMINATION));
    }

    @Override
    public void runAlone(ScriptStep step) {
        String checksum = step.checksum(migration.source());
        if (!isDone(step, checksum)) {
            alone(step, checksum);
        }
    }

    private void alone(ScriptStep step, String checksum) {
        sendAhead();
        new LoneStatement(resources, ledger, migration, step).run(checksum, done.isUnanswered(checksum));
    }

    private boolean isDone(ScriptStep step, String checksum) {
        if (done.takeDone(checksum)) {
            return true;
        }
        if (resuming) {
            resuming = false;
            resources.listener().resumed(migration, step.range());
        }
        return false;
    }

    @Override
    public void forgetStatements() {
        sendAhead();
        resources.watch().beginOwn(migration);
        worker.execute(ledger.forgotten(version));
    }

    @Override
    public void commit() {
        sendAhead();
        resources.watch().beginOwn(migration);
        SupabaseMirror mirror = resources.mirrorOrNull();
        if (mirror != null) {
            worker.execute(HistoryRecords.AS_OURSELVES);
            recording.mirror(mirror);
        }
        String record = recording.succeeded(since(start).toMillis());
        HistoryRecords.send(worker, HistoryRecords.commitWith(record), version);
        resources.watch().end();
    }

    /**
     * Records that the migration failed, in a transaction of its own.
     *
     * @throws LockLostException if the lock is lost: its new holder may have applied the migration in the meantime
     */
    void recordFailure(RuntimeException cause) {
        SessionSettings timeouts = resources.settings().timeouts(migration);
        if (!worker.ask(timeouts.resetSql(worker, resources.lock().condition()))) {
            throw new LockLostException(cause);
        }
        String record = recording.failed(since(start).toMillis(), String.valueOf(cause.getMessage()));
        HistoryRecords.sendAlone(worker, record, version);
    }

    private void sendAhead() {
        if (!ahead.isEmpty()) {
            String question = ahead;
            ahead = "";
            requireLock(worker.ask(question));
        }
    }

    private static void requireLock(boolean held) {
        if (!held) {
            throw new LockLostException(null);
        }
    }

    static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
