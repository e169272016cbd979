package dev.pgmigrate.proof;

import dev.pgmigrate.apply.ScriptRunner;
import dev.pgmigrate.apply.ScriptStep;
import dev.pgmigrate.apply.StatementFailedException;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.migration.TransactionMode;
import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.server.SessionSettings;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.SchemaStatement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import dev.pgmigrate.sql.parser.SqlScript;
import dev.pgmigrate.sql.parser.SyntaxError;
import java.util.List;
import java.util.Set;

/** Runs one file after the other in one session, as if each had a session of its own. */
final class Replay {
    private final ServerConnection connection;
    private final Set<String> standIns;
    private final ScriptRunner runner;

    /**
     * Returns a replay in the session of {@code connection}.
     *
     * @param standIns the extensions that need not be created, because something stands in for them
     */
    Replay(ServerConnection connection, Set<String> standIns) {
        this.connection = connection;
        this.standIns = Set.copyOf(standIns);
        this.runner = new ScriptRunner(connection);
    }

    void run(SqlFile file) throws ReplayException {
        SqlScript script = file.script();
        for (SyntaxError error : script.errors()) {
            throw refused(file, error.range(), error.message() + ".");
        }
        for (SourceRange command : script.metaCommands()) {
            throw refused(file, command, "This is a command of psql, which no server takes.");
        }
        SessionSettings.UNLIMITED.reset(connection);
        boolean transaction = file.transactionMode() == TransactionMode.TRANSACTION;
        if (transaction) {
            connection.execute("BEGIN");
        }
        for (ScriptStep step : withoutOwnTransaction(ScriptStep.of(script))) {
            run(file, step);
        }
        if (transaction) {
            commit(file);
        }
    }

    private static ReplayException refused(SqlFile file, SourceRange range, String reason) {
        return new ReplayException(new ReplayFailure(file, range, range, reason, null));
    }

    /** Leaves out a {@code BEGIN} at the start and its {@code COMMIT} at the end: ours stands for them. */
    private static List<ScriptStep> withoutOwnTransaction(List<ScriptStep> steps) {
        int last = steps.size() - 1;
        boolean own = last >= 1
                && steps.get(0).statement() instanceof TransactionStatement first
                && (first.action() == TransactionStatement.Action.BEGIN
                        || first.action() == TransactionStatement.Action.START)
                && steps.get(last).statement() instanceof TransactionStatement end
                && end.action() == TransactionStatement.Action.COMMIT;
        return own ? steps.subList(1, last) : steps;
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
            throw new ReplayException(new ReplayFailure(
                    file,
                    e.statement(),
                    word(file.source().text(), e.place().start()),
                    sentence(e.error()),
                    e.error()));
        }
    }

    /** Constraints that were put off are checked here (manual, SET CONSTRAINTS). */
    private void commit(SqlFile file) throws ReplayException {
        try {
            connection.execute("COMMIT");
        } catch (ServerException e) {
            SourceRange end =
                    SourceRange.at(file.source().text().stripTrailing().length());
            throw new ReplayException(
                    new ReplayFailure(file, end, end, "At COMMIT: " + sentence(e.error()), e.error()));
        }
    }

    private static String sentence(ServerError error) {
        String message = error.message();
        return message.endsWith(".") ? message : message + ".";
    }

    /** Returns the word that the server points to: it names only where one begins. */
    private static SourceRange word(String text, int start) {
        int end = start;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        return new SourceRange(start, Math.min(text.length(), Math.max(end, start + 1)));
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '"';
    }
}
