package dev.pgmigrate.server;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A connection that is being opened, while work that needs no server, such as reading files, goes on. Most of the time is
 * spent on loading the driver, not on waiting for the network.
 */
public final class OpeningConnection implements AutoCloseable {
    private final FutureTask<ServerConnection> task;

    private OpeningConnection(FutureTask<ServerConnection> task) {
        this.task = task;
    }

    /** Begins to connect. */
    public static OpeningConnection to(ConnectionTarget target, LockWaits waits) {
        FutureTask<ServerConnection> task = new FutureTask<>(() -> ServerConnection.open(target, waits));
        Thread thread = new Thread(task, "migrate-connect");
        thread.setDaemon(true);
        thread.start();
        return new OpeningConnection(task);
    }

    /**
     * Returns the connection once it is open; it is closed with this.
     *
     * @throws ConnectException if it cannot be opened
     */
    public ServerConnection await() {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while connecting.", e);
        }
    }

    @Override
    public void close() {
        ServerConnection opened;
        try {
            opened = await();
        } catch (RuntimeException neverOpened) {
            return; // There is nothing to close, and the caller has already seen the reason.
        }
        opened.close();
    }
}
