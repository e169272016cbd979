package dev.pgmigrate.apply;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.sql.SourceRange;

/**
 * Sends the statements of a file to a server one by one, so that every error has a place in the file.
 *
 * <p>It neither begins nor ends a transaction; that is up to the caller.
 */
public final class ScriptRunner {
    private final ServerConnection connection;

    public ScriptRunner(ServerConnection connection) {
        this.connection = connection;
    }

    /**
     * Runs every statement of {@code file}, in order.
     *
     * @throws StatementFailedException for the first statement that the server refuses
     */
    public void run(SqlFile file) {
        ScriptStep.of(file.script()).forEach(step -> run(file, step));
    }

    /**
     * Runs one statement of {@code file}.
     *
     * @throws StatementFailedException if the server refuses it
     */
    public void run(SqlFile file, ScriptStep step) {
        try {
            SourceRange data = step.dataOrNull();
            if (data == null) {
                connection.execute(step.sql());
            } else {
                connection.copyIn(step.sql(), file.source().reader(data));
            }
        } catch (ServerException e) {
            throw failed(file, step.range(), e);
        }
    }

    /** Returns the error of a statement with its place in the file. */
    public static StatementFailedException failed(SqlFile file, SourceRange statement, ServerException e) {
        return new StatementFailedException(file, statement, place(file, statement, e.error()), e);
    }

    private static SourceRange place(SqlFile file, SourceRange statement, ServerError error) {
        String sql = file.source().text(statement);
        int codePoints = sql.codePointCount(0, sql.length());
        if (error.position() < 1 || error.position() > codePoints + 1) {
            return word(file.source(), statement.start());
        }
        // The server counts characters; Java counts UTF-16 units.
        return word(file.source(), statement.start() + sql.offsetByCodePoints(0, error.position() - 1));
    }

    /** A server reports only where a word begins. */
    private static SourceRange word(CharSequence text, int start) {
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
