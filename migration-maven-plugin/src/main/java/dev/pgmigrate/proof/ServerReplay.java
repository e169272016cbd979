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
import java.util.Set;

/** Runs files one after the other in one session, as if each had its own. */
final class ServerReplay {
    private final ServerConnection connection;
    private final Set<String> standIns;
    private final ScriptRunner runner;

    /**
     * Returns a replay in the session of {@code connection}.
     *
     * @param standIns the extensions that need not be created, because a prelude stands in for them
     */
    ServerReplay(ServerConnection connection, Set<String> standIns) {
        this.connection = connection;
        this.standIns = Set.copyOf(standIns);
        this.runner = new ScriptRunner(connection);
    }

    /** Runs a prelude as {@code psql} would: its transactions are its own. */
    void prelude(SqlFile file) throws ReplayException {
        start(file);
        for (ScriptStep step : ScriptStep.of(file.script())) {
            run(file, step);
        }
    }

    /** Runs a migration in the transactions that {@code by} would run it in. */
    void run(SqlFile file, Runner by) throws ReplayException {
        start(file);
        if (by == Runner.MIGRATE) {
            run(file);
        } else {
            runWithItsOwnTransactions(file, Transactions.outside(file, by).isOpen());
        }
    }

    /** Other runners let a file end their transaction; what it leaves open ends with the session. */
    private void runWithItsOwnTransactions(SqlFile file, boolean wrapped) throws ReplayException {
        if (wrapped) {
            connection.execute("BEGIN");
        }
        for (ScriptStep step : ScriptStep.of(file.script())) {
            run(file, step);
        }
        if (connection.inTransaction()) {
            if (!wrapped) {
                SourceRange end =
                        SourceRange.at(file.source().text().stripTrailing().length());
                throw refused(file, end, "The transaction that the file begins is never committed.");
            }
            commit(file);
        }
    }

    private void run(SqlFile file) throws ReplayException {
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
        for (ScriptStep step : own.inside(ScriptStep.of(file.script()))) {
            run(file, step);
        }
        if (transaction) {
            commit(file);
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

    private void run(SqlFile file, ScriptStep step) throws ReplayException {
        if (step.statement() instanceof SchemaStatement.CreateExtension extension
                && standIns.contains(extension.name().text())) {
            return;
        }
        try {
            runner.run(file, step);
        } catch (StatementFailedException e) {
            connection.rollback();
            throw new ReplayException(
                    new ReplayFailure(file, e.statement(), e.place(), e.error().sentence(), e.error()));
        }
    }

    /** Deferred constraints are checked here (manual, SET CONSTRAINTS). */
    private void commit(SqlFile file) throws ReplayException {
        try {
            connection.execute("COMMIT");
        } catch (ServerException e) {
            SourceRange end =
                    SourceRange.at(file.source().text().stripTrailing().length());
            throw new ReplayException(
                    new ReplayFailure(file, end, end, "At COMMIT: " + e.error().sentence(), e.error()));
        }
    }
}
