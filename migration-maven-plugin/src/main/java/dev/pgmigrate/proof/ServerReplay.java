package dev.pgmigrate.proof;

import dev.pgmigrate.apply.RequirementFailedException;
import dev.pgmigrate.apply.Requirements;
import dev.pgmigrate.apply.ScriptRunner;
import dev.pgmigrate.apply.ScriptStep;
import dev.pgmigrate.apply.StatementFailedException;
import dev.pgmigrate.migration.Directive;
import dev.pgmigrate.migration.OwnTransaction;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.migration.TransactionMode;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Transactions;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.server.SessionSettings;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.TransactionStatement;
import dev.pgmigrate.sql.parser.SyntaxError;
import java.time.Duration;
import java.util.List;

/** Runs files one after the other in one session, as if each had its own. */
final class ServerReplay {
    private final ServerConnection connection;
    private final Duration limit;
    private final TestRole role;
    private final boolean again;
    private final ScriptRunner runner;

    /**
     * Returns a replay in the session of {@code connection}.
     *
     * @param limit how long a file may run
     * @param role who runs the migrations; whatever else runs is run by the user of the session, a superuser
     */
    ServerReplay(ServerConnection connection, Duration limit, TestRole role) {
        this(connection, limit, role, false);
    }

    private ServerReplay(ServerConnection connection, Duration limit, TestRole role, boolean again) {
        this.connection = connection;
        this.limit = limit;
        this.role = role;
        this.again = again;
        this.runner = new ScriptRunner(connection);
    }

    /**
     * Returns a replay of files that have run before: what they require may have been true only then, such as a column that
     * they remove.
     */
    ServerReplay again() {
        return new ServerReplay(connection, limit, role, true);
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
        becomeOwner();
        try {
            if (by == Runner.MIGRATE) {
                run(file, watch);
            } else {
                runWithItsOwnTransactions(file, Transactions.outside(file, by).isOpen(), watch);
            }
        } finally {
            becomeSuperuser();
        }
    }

    /** Unlike SET ROLE, this is what RESET ROLE of a file returns to, and what session_user is. */
    private void becomeOwner() {
        if (role == TestRole.OWNER) {
            connection.execute("SET SESSION AUTHORIZATION " + DisposablePostgres.OWNER);
        }
    }

    /** What we look at is not all for the owner's eyes. */
    private void becomeSuperuser() {
        if (role == TestRole.OWNER && !connection.isClosed()) {
            if (connection.inTransaction()) {
                connection.rollback();
            }
            connection.execute("SET SESSION AUTHORIZATION DEFAULT");
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
        becomeOwner();
        try {
            connection.execute(file.ownTransaction().beginSql(file.source()));
            allOf(file, NOBODY);
            checkConstraints(file);
            if (role == TestRole.OWNER) {
                connection.execute("SET LOCAL SESSION AUTHORIZATION DEFAULT");
            }
            atEnd.now();
        } finally {
            connection.rollback();
            becomeSuperuser();
        }
    }

    /** Runs a migration in the open transaction, as if it had its own session. */
    void runWithin(SqlFile file) throws ReplayException {
        SessionSettings.UNLIMITED.resetWithin(connection);
        becomeOwner();
        allOf(file, NOBODY);
        checkConstraints(file);
    }

    /** Other runners let a file end their transaction; what it leaves open ends with the session. */
    private void runWithItsOwnTransactions(SqlFile file, boolean wrapped, Watch watch) throws ReplayException {
        if (wrapped) {
            connection.execute("BEGIN");
        }
        require(file);
        steps(file, ScriptStep.of(file.script()), watch);
        ensure(file);
        if (connection.inTransaction()) {
            if (!wrapped) {
                SourceRange end = SourceRange.at(file.source().contentEnd());
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
        allOf(file, watch);
        if (transaction) {
            watch.beforeCommit();
            atEnd(file, "COMMIT");
        }
    }

    /** Runs what a goal of ours runs between the begin and the end of a file's transaction. */
    private void allOf(SqlFile file, Watch watch) throws ReplayException {
        require(file);
        steps(file, file.ownTransaction().inside(ScriptStep.of(file.script())), watch);
        ensure(file);
    }

    private void require(SqlFile file) throws ReplayException {
        if (!again) {
            check(file, Directive.Requires.class);
        }
    }

    private void ensure(SqlFile file) throws ReplayException {
        check(file, Directive.Ensures.class);
    }

    private void check(SqlFile file, Class<? extends Directive.Requirement> type) throws ReplayException {
        List<? extends Directive.Requirement> all = file.directives().of(type).toList();
        if (all.isEmpty()) {
            return;
        }
        try (TimeLimit time = TimeLimit.start(connection, limit)) {
            for (Directive.Requirement requirement : all) {
                check(file, requirement, time);
            }
        }
    }

    private void check(SqlFile file, Directive.Requirement requirement, TimeLimit time) throws ReplayException {
        try {
            new Requirements(connection).check(file, requirement);
        } catch (RequirementFailedException e) {
            connection.rollback();
            throw refused(file, requirement.range(), e.reason());
        } catch (StatementFailedException e) {
            throw failed(file, e, time);
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
        try {
            runner.run(file, StandInUse.accepted(step, connection));
        } catch (StatementFailedException e) {
            throw failed(file, e, time);
        }
    }

    private ReplayException failed(SqlFile file, StatementFailedException e, TimeLimit time) {
        rollback();
        String reason = time.isOver() ? time.sentence() : e.error().sentence();
        return new ReplayException(new ReplayFailure(file, e.statement(), e.place(), reason, e.error()));
    }

    /** A lost session has rolled back by itself. */
    private void rollback() {
        if (!connection.isClosed()) {
            connection.rollback();
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
            rollback();
            SourceRange end = SourceRange.at(file.source().contentEnd());
            throw new ReplayException(
                    new ReplayFailure(file, end, end, "At COMMIT: " + e.error().sentence(), e.error()));
        }
    }
}
