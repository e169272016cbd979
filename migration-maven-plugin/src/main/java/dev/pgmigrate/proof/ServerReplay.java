package dev.pgmigrate.proof;

import dev.pgmigrate.apply.ScriptRunner;
import dev.pgmigrate.apply.ScriptStep;
import dev.pgmigrate.apply.StatementFailedException;
import dev.pgmigrate.migration.OwnTransaction;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.migration.TransactionMode;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Transactions;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.server.SessionSettings;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.SchemaStatement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import dev.pgmigrate.sql.parser.SyntaxError;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Runs files one after the other in one session, as if each had its own. */
final class ServerReplay {
    private final ServerConnection connection;
    private final Set<String> standIns;
    private final Duration limit;
    private final ScriptRunner runner;

    /**
     * Returns a replay in the session of {@code connection}.
     *
     * @param standIns the extensions that need not be created, because a prelude stands in for them
     * @param limit how long a file may run
     */
    ServerReplay(ServerConnection connection, Set<String> standIns, Duration limit) {
        this.connection = connection;
        this.standIns = Set.copyOf(standIns);
        this.limit = limit;
        this.runner = new ScriptRunner(connection);
    }

    /** Looks at a database in the middle of a run. */
    @FunctionalInterface
    interface Look {
        void now() throws ReplayException;
    }

    /** Watches the run of a migration. */
    interface Watch {
        /** A statement has run that began at {@code start}. */
        void after(ScriptStep step, long start);

        /** The transaction is about to be committed. */
        void beforeCommit() throws ReplayException;
    }

    private static final Watch NOBODY = new Watch() {
        @Override
        public void after(ScriptStep step, long start) {}

        @Override
        public void beforeCommit() {}
    };

    /** Runs a prelude as {@code psql} would: its transactions are its own. */
    void prelude(SqlFile file) throws ReplayException {
        start(file);
        steps(file, ScriptStep.of(file.script()), NOBODY);
    }

    /** Runs a migration in the transactions that {@code by} would run it in. */
    void run(SqlFile file, Runner by) throws ReplayException {
        run(file, by, NOBODY);
    }

    /** Like {@link #run(SqlFile, Runner)}, watched while it is in a transaction. */
    void run(SqlFile file, Runner by, Watch watch) throws ReplayException {
        start(file);
        if (by == Runner.MIGRATE) {
            run(file, watch);
        } else {
            runWithItsOwnTransactions(file, Transactions.outside(file, by).isOpen(), watch);
        }
    }

    /** Returns whether {@code by} runs a file in one transaction, so that {@link #tryOut} does what it would do. */
    static boolean canBeTriedOut(SqlFile file, Runner by) {
        OwnTransaction own = file.ownTransaction();
        return own.foreign().isEmpty()
                && (own.isPair() || Transactions.outside(file, by).isOpen());
    }

    /** Runs a migration in a transaction that is rolled back, after a look at what it did. */
    void tryOut(SqlFile file, Look atEnd) throws ReplayException {
        start(file);
        connection.execute(file.ownTransaction().beginSql(file.source()));
        try {
            steps(file, file.ownTransaction().inside(ScriptStep.of(file.script())), NOBODY);
            checkConstraints(file);
            atEnd.now();
        } finally {
            connection.rollback();
        }
    }

    /** Runs a migration in the open transaction, as if it had its own session. */
    void runWithin(SqlFile file) throws ReplayException {
        SessionSettings.UNLIMITED.resetWithin(connection);
        steps(file, file.ownTransaction().inside(ScriptStep.of(file.script())), NOBODY);
        checkConstraints(file);
    }

    /** Other runners let a file end their transaction; what it leaves open ends with the session. */
    private void runWithItsOwnTransactions(SqlFile file, boolean wrapped, Watch watch) throws ReplayException {
        if (wrapped) {
            connection.execute("BEGIN");
        }
        steps(file, ScriptStep.of(file.script()), watch);
        if (connection.inTransaction()) {
            if (!wrapped) {
                SourceRange end =
                        SourceRange.at(file.source().text().stripTrailing().length());
                throw refused(file, end, "The transaction that the file begins is never committed.");
            }
            watch.beforeCommit();
            atEnd(file, "COMMIT");
        }
    }

    private void run(SqlFile file, Watch watch) throws ReplayException {
        OwnTransaction own = file.ownTransaction();
        for (TransactionStatement statement : own.foreign()) {
            throw refused(
                    file,
                    statement.range(),
                    "A file's own transaction has to enclose the whole file, or no history can be kept.");
        }
        boolean transaction = file.transactionMode() == TransactionMode.TRANSACTION;
        if (transaction) {
            connection.execute(own.beginSql(file.source()));
        }
        steps(file, own.inside(ScriptStep.of(file.script())), watch);
        if (transaction) {
            watch.beforeCommit();
            atEnd(file, "COMMIT");
        }
    }

    private void steps(SqlFile file, List<ScriptStep> steps, Watch watch) throws ReplayException {
        try (TimeLimit time = TimeLimit.start(connection, limit)) {
            for (ScriptStep step : steps) {
                long start = System.nanoTime();
                run(file, step, time);
                if (connection.inTransaction()) {
                    watch.after(step, start);
                }
            }
        }
    }

    private void start(SqlFile file) throws ReplayException {
        for (SyntaxError error : file.script().errors()) {
            throw refused(file, error.range(), error.message() + ".");
        }
        for (SourceRange command : file.script().metaCommands()) {
            throw refused(file, command, "This is a psql command, which a server does not accept.");
        }
        SessionSettings.UNLIMITED.reset(connection);
    }

    private static ReplayException refused(SqlFile file, SourceRange range, String reason) {
        return new ReplayException(new ReplayFailure(file, range, range, reason, null));
    }

    private void run(SqlFile file, ScriptStep step, TimeLimit time) throws ReplayException {
        if (step.statement() instanceof SchemaStatement.CreateExtension extension
                && standIns.contains(extension.name().text())) {
            return;
        }
        try {
            runner.run(file, step);
        } catch (StatementFailedException e) {
            connection.rollback();
            String reason = time.isOver() ? time.sentence() : e.error().sentence();
            throw new ReplayException(new ReplayFailure(file, e.statement(), e.place(), reason, e.error()));
        }
    }

    /** Deferred constraints are checked here (manual, SET CONSTRAINTS). */
    private void checkConstraints(SqlFile file) throws ReplayException {
        atEnd(file, "SET CONSTRAINTS ALL IMMEDIATE");
    }

    /** Ends what a file did with SQL of ours; the server checks deferred constraints at COMMIT. */
    private void atEnd(SqlFile file, String sql) throws ReplayException {
        try {
            connection.execute(sql);
        } catch (ServerException e) {
            connection.rollback();
            SourceRange end =
                    SourceRange.at(file.source().text().stripTrailing().length());
            throw new ReplayException(
                    new ReplayFailure(file, end, end, "At COMMIT: " + e.error().sentence(), e.error()));
        }
    }
}
