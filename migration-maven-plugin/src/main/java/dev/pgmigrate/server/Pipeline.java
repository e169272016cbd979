package dev.pgmigrate.server;

import java.sql.SQLException;
import java.util.List;

/**
 * Sends several statements in one round trip, and tells which of them the server has answered.
 *
 * <p>The driver sends each as a message of its own and asks for the answers after the last one, so that the server's
 * positions refer to a single statement; after an error it skips the rest (manual, 54.2.3 "Extended Query").
 */
public final class Pipeline {
    private final ServerConnection connection;
    private final Answers answers;
    private final Wire wire;

    Pipeline(ServerConnection connection, Answers answers, Wire wire) {
        this.connection = connection;
        this.answers = answers;
        this.wire = wire;
    }

    @FunctionalInterface
    private interface Question {
        boolean ask(String sql) throws SQLException;
    }

    /** Returns whether answers are counted, which they are not on sockets of a user's own factory. */
    public boolean counts() {
        return wire.isAttached();
    }

    /**
     * Runs the statements, discarding any rows.
     *
     * @param answered is called after each statement that succeeded, by this thread
     */
    public void run(List<String> statements, Runnable answered) {
        ask(statements, answered, sql -> {
            answers.discard(sql);
            return true;
        });
    }

    /** Like {@link #run}, and returns whether the last column of the first row is true. */
    public boolean ask(List<String> statements, Runnable answered) {
        return ask(statements, answered, answers::ask);
    }

    private boolean ask(List<String> statements, Runnable answered, Question question) {
        wire.answers(answered);
        try {
            return question.ask(statements.size() == 1 ? statements.get(0) : String.join(";", statements));
        } catch (SQLException e) {
            throw connection.failed(e);
        } finally {
            wire.answers(null);
        }
    }
}
