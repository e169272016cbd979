package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.Requirements;
import dev.pgmigrate.apply.ScriptRunner;
import dev.pgmigrate.apply.ScriptStep;
import dev.pgmigrate.apply.StatementFailedException;
import dev.pgmigrate.apply.history.HistoryRecords;
import dev.pgmigrate.apply.history.LockLostException;
import dev.pgmigrate.apply.history.StatementLedger;
import dev.pgmigrate.apply.history.SupabaseMirror;
import dev.pgmigrate.effect.QuickStatements;
import dev.pgmigrate.migration.Directive;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.TransactionMode;
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

    /** What is sent next; it begins with the check of the lock. */
    private final RoundTrip trip;

    private final QuickStatements quick;
    private final boolean sendsAhead;

    /** How long it took until our transaction began. */
    private long before;

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
        this.trip = new RoundTrip(resources, migration);
        this.quick = new QuickStatements(worker.version());
        this.sendsAhead = migration.transactionMode() == TransactionMode.TRANSACTION;
    }

    @Override
    public void reset(SessionSettings timeouts) {
        send();
        trip.addQuestion(timeouts.resetSql(worker, resources.lock().condition()));
    }

    @Override
    public void readLedger() {
        send();
        done = new LedgerReader(ledger.lines(worker, version));
        resuming = !done.isEmpty();
    }

    @Override
    public void begin(String sql) {
        before = since(start).toMillis();
        trip.add(sql);
    }

    @Override
    public void check(Directive.Requirement requirement) {
        send();
        resources.watch().begin(migration, requirement.range());
        new Requirements(worker).check(migration.sql(), requirement);
        resources.watch().end();
    }

    @Override
    public void run(ScriptStep step) {
        if (step.dataOrNull() != null) {
            copy(step);
            return;
        }
        boolean waits = sendsAhead && trip.canWait(step) && quick.next(step.statement());
        if ((trip.hasSteps() && !waits) || !trip.hasRoomFor(step)) {
            send();
        }
        trip.add(step);
        if (!waits) {
            send();
        }
    }

    private void copy(ScriptStep step) {
        send();
        resources.watch().begin(migration, step.range());
        long begun = System.nanoTime();
        runner.run(migration.sql(), step);
        resources.watch().end();
        resources.listener().ran(migration, step, begun);
    }

    @Override
    public void set(String sql) {
        trip.add(sql);
        if (!sendsAhead) {
            send();
        }
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
        send();
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
        trip.add(ledger.forgotten(version));
    }

    @Override
    public void commit() {
        trip.add(HistoryRecords.AS_OURSELVES);
        SupabaseMirror mirror = resources.mirrorOrNull();
        if (mirror != null) {
            trip.add(recording.guardedMirrorSql(mirror), e -> mirror.meaning(e, migration));
        }
        for (String record : recording.succeeded(HistoryRecords.millisWith(before))) {
            trip.add(record, e -> HistoryRecords.meaning(e, version));
        }
        trip.add("COMMIT");
        trip.send();
    }

    /**
     * Records that the migration failed, in a transaction of its own.
     *
     * @throws LockLostException if the lock is lost: its new holder may have applied the migration in the meantime
     */
    void recordFailure(RuntimeException cause) {
        SessionSettings timeouts = resources.settings().timeouts(migration);
        if (!worker.ask(
                String.join(";", timeouts.resetSql(worker, resources.lock().condition())))) {
            throw new LockLostException(cause);
        }
        List<String> record = recording.failed(since(start).toMillis(), String.valueOf(cause.getMessage()));
        HistoryRecords.sendAlone(worker, record, version);
    }

    private void send() {
        if (!trip.isEmpty()) {
            trip.send();
        }
    }

    static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
