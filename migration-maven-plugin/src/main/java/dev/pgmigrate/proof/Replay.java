package dev.pgmigrate.proof;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.migration.TransactionMode;
import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.SchemaStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import dev.pgmigrate.sql.parser.SqlScript;
import dev.pgmigrate.sql.parser.SyntaxError;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs one file after the other in one session, as if each had a session of its own. */
final class Replay {
    private final ServerConnection connection;
    private final Set<String> standIns;

    Replay(ServerConnection connection) {
        this(connection, Set.of());
    }

    private Replay(ServerConnection connection, Set<String> standIns) {
        this.connection = connection;
        this.standIns = standIns;
    }

    /** Returns a replay that does not create extensions which the preludes brought stand-ins for. */
    Replay withStandInsOf(List<SqlFile> preludes) {
        return new Replay(connection, Preludes.standIns(preludes));
    }

    void run(SqlFile file) throws ReplayException {
        SqlScript script = file.script();
        for (SyntaxError error : script.errors()) {
            throw new ReplayException(
                    new ReplayFailure(file, error.range(), error.range(), error.message() + ".", null));
        }
        for (SourceRange command : script.metaCommands()) {
            throw new ReplayException(new ReplayFailure(
                    file, command, command, "This is a command of psql, which no server takes.", null));
        }
        startAfresh();
        boolean transaction = file.transactionMode() == TransactionMode.TRANSACTION;
        if (transaction) {
            connection.execute("BEGIN");
        }
        for (Statement statement : withoutOwnTransaction(script.statements())) {
            run(file, statement);
        }
        if (transaction) {
            commit(file);
        }
    }

    /** A setting, a role or a temporary table of one file must not reach the next one. */
    private void startAfresh() {
        connection.rollback();
        connection.execute("RESET SESSION AUTHORIZATION");
        connection.execute("RESET ROLE");
        connection.execute("RESET ALL");
        connection.execute("DISCARD TEMP");
    }

    /** Leaves out a {@code BEGIN} at the start and its {@code COMMIT} at the end: ours stands for them. */
    private static List<Statement> withoutOwnTransaction(List<Statement> statements) {
        int last = statements.size() - 1;
        boolean own = last >= 1
                && statements.get(0) instanceof TransactionStatement first
                && (first.action() == TransactionStatement.Action.BEGIN
                        || first.action() == TransactionStatement.Action.START)
                && statements.get(last) instanceof TransactionStatement end
                && end.action() == TransactionStatement.Action.COMMIT;
        return own ? statements.subList(1, last) : statements;
    }

    private void run(SqlFile file, Statement statement) throws ReplayException {
        if (statement instanceof SchemaStatement.CreateExtension extension
                && standIns.contains(extension.name().text())) {
            return;
        }
        String sql = file.source().text(statement.range());
        try {
            Optional<SourceRange> data = copyData(file.script(), statement.range());
            if (data.isPresent()) {
                connection.copyIn(sql, new StringReader(file.source().text(data.get())));
            } else {
                connection.execute(sql);
            }
        } catch (ServerException e) {
            connection.rollback();
            ServerError error = e.error();
            throw new ReplayException(new ReplayFailure(
                    file, statement.range(), place(sql, statement.range(), error), sentence(error), error));
        }
    }

    /** Constraints that were put off are checked here (manual, SET CONSTRAINTS). */
    private void commit(SqlFile file) throws ReplayException {
        try {
            connection.execute("COMMIT");
        } catch (ServerException e) {
            int end = file.source().text().length();
            throw new ReplayException(new ReplayFailure(
                    file, SourceRange.at(end), SourceRange.at(end), "At COMMIT: " + sentence(e.error()), e.error()));
        }
    }

    private static String sentence(ServerError error) {
        String message = error.message();
        return message.endsWith(".") ? message : message + ".";
    }

    private static Optional<SourceRange> copyData(SqlScript script, SourceRange statement) {
        return script.copyData().stream()
                .filter(data -> data.start() >= statement.end())
                .filter(data -> script.statements().stream()
                        .noneMatch(between -> between.range().start() >= statement.end()
                                && between.range().end() <= data.start()))
                .findFirst();
    }

    /** The server counts characters from 1; a range counts UTF-16 units of the file. */
    private static SourceRange place(String sql, SourceRange statement, ServerError error) {
        int characters = sql.codePointCount(0, sql.length());
        if (error.position() < 1 || error.position() > characters) {
            return statement;
        }
        int start = sql.offsetByCodePoints(0, error.position() - 1);
        int end = start;
        while (end < sql.length() && isWordPart(sql.charAt(end))) {
            end++;
        }
        return new SourceRange(
                statement.start() + start, statement.start() + Math.min(sql.length(), Math.max(end, start + 1)));
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '"';
    }
}
