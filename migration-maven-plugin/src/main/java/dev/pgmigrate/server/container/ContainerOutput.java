package dev.pgmigrate.server.container;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.testcontainers.containers.output.OutputFrame;

/** Keeps the last lines that a container writes, since they are gone together with it. */
final class ContainerOutput implements Consumer<OutputFrame> {
    private static final int KEPT_LINES = 50;

    private final Deque<String> lines = new ArrayDeque<>();

    @Override
    public synchronized void accept(OutputFrame frame) {
        frame.getUtf8String().lines().filter(line -> !line.isBlank()).forEach(line -> {
            if (lines.size() == KEPT_LINES) {
                lines.removeFirst();
            }
            lines.addLast(line);
        });
    }

    /** Returns them, oldest first. */
    synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
