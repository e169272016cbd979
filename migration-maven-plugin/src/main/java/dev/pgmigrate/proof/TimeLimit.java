package dev.pgmigrate.proof;

import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** Cancels what a session does once its time is up: a file can change {@code statement_timeout}, but not this. */
final class TimeLimit implements AutoCloseable {
    /** Again, since a statement may begin just when the one before is cancelled. */
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final ServerConnection connection;
    private final Duration limit;
    private final Timer timer = new Timer("migrate-time-limit", true);
    private boolean over;

    private TimeLimit(ServerConnection connection, Duration limit) {
        this.connection = connection;
        this.limit = limit;
    }

    /** Starts to count; zero means no limit. */
    static TimeLimit start(ServerConnection connection, Duration limit) {
        TimeLimit started = new TimeLimit(connection, limit);
        if (!limit.isZero()) {
            started.timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            started.cancel();
                        }
                    },
                    limit.toMillis(),
                    AGAIN.toMillis());
        }
        return started;
    }

    private synchronized void cancel() {
        over = true;
        try {
            connection.cancel();
        } catch (ServerException e) {
            connection.abort(); // whoever cannot be asked to stop is left alone
        }
    }

    /** Returns whether the time is up. */
    synchronized boolean isOver() {
        return over;
    }

    /** Returns what to say of a file whose time is up. */
    String sentence() {
        String time = limit.equals(Duration.ofMinutes(limit.toMinutes()))
                ? limit.toMinutes() + " min"
                : limit.toMillis() / 1000.0 + " s";
        return "The file did not end within " + time + ", the limit that migrate.testTimeout sets; this statement was"
                + " cancelled.";
    }

    @Override
    public void close() {
        timer.cancel();
    }
}
