package dev.pgmigrate.apply.run;

import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Cancels a running statement when this process is told to end: after Ctrl-C or SIGTERM alone the server would not notice
 * that nobody is waiting for it any more.
 */
final class ShutdownCancel implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;

    private final ServerConnection worker;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::cancel, "migrate-cancel");

    private ShutdownCancel(ServerConnection worker) {
        this.worker = worker;
    }

    static ShutdownCancel of(ServerConnection worker) {
        ShutdownCancel cancel = new ShutdownCancel(worker);
        Runtime.getRuntime().addShutdownHook(cancel.hook);
        return cancel;
    }

    /** Cancels, and allows time to roll back and to record what happened. */
    private void cancel() {
        try {
            worker.cancel();
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                worker.abort();
            }
        } catch (ServerException e) {
            worker.abort(); // The server cannot be reached; it checks on its client on its own.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook runs, and has just been told that the work is done.
        }
    }
}
