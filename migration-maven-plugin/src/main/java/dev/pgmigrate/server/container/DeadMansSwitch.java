package dev.pgmigrate.server.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import org.testcontainers.containers.GenericContainer;

/**
 * A process in a container that ends the server there once this process is gone, even after {@code kill -9}: Docker closes
 * its input together with our connection. Testcontainers' own reaper does that as well, but may be turned off, and is an image
 * of its own that has to be pulled.
 */
final class DeadMansSwitch implements AutoCloseable {
    /**
     * SIGQUIT is the server's immediate shutdown (manual, 18.5 "Shutting Down the Server"). An image's own script may be the
     * first process instead and ignore that, so that everything else is ended.
     */
    private static final String SCRIPT = "cat > /dev/null; kill -QUIT 1; sleep 2; kill -KILL -1";

    private final UntilClosed input;

    private DeadMansSwitch(UntilClosed input) {
        this.input = input;
    }

    static DeadMansSwitch in(GenericContainer<?> container) {
        DockerClient docker = container.getDockerClient();
        String process = docker.execCreateCmd(container.getContainerId())
                .withAttachStdin(true)
                .withAttachStdout(true)
                .withUser("0")
                .withCmd("sh", "-c", SCRIPT)
                .exec()
                .getId();
        UntilClosed input = new UntilClosed();
        docker.execStartCmd(process).withStdIn(input).exec(new ResultCallback.Adapter<Frame>());
        return new DeadMansSwitch(input);
    }

    @Override
    public void close() {
        input.close();
    }

    /** An input that holds nothing and ends when it is closed. */
    private static final class UntilClosed extends InputStream {
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public int read() {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return length == 0 ? 0 : read();
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
