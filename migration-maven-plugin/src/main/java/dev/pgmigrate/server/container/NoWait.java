package dev.pgmigrate.server.container;

import java.time.Duration;
import org.testcontainers.containers.wait.strategy.WaitStrategy;
import org.testcontainers.containers.wait.strategy.WaitStrategyTarget;

/** Leaves the waiting to whoever starts a container. */
final class NoWait implements WaitStrategy {
    @Override
    public void waitUntilReady(WaitStrategyTarget container) {}

    @Override
    public WaitStrategy withStartupTimeout(Duration limit) {
        return this;
    }
}
