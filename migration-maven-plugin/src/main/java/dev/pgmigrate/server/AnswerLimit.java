package dev.pgmigrate.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

/** How long a session waits for an answer, which the network may have lost; after that the session is over. */
final class AnswerLimit {
    private final ServerConnection session;

    AnswerLimit(ServerConnection session) {
        this.session = session;
    }

    /** Does {@code work}, none of whose answers is waited for longer than {@code limit}, or than was set before. */
    <T> T during(Duration limit, Supplier<T> work) {
        int before = set((int) limit.toMillis());
        try {
            return work.get();
        } finally {
            set(before);
        }
    }

    /** Returns what was set before. */
    private int set(int millis) {
        Connection connection = session.jdbc();
        try {
            if (connection.isClosed()) {
                return millis;
            }
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, before > 0 && millis > 0 ? Math.min(before, millis) : millis);
            return before;
        } catch (SQLException e) {
            throw session.failed(e);
        }
    }
}
