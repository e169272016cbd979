package dev.pgmigrate.plugin;

import dev.pgmigrate.server.Blocker;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** Tells in Maven's log, every ten seconds, whom a goal waits for before it can read or write the history. */
final class WaitLog {
    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private final Log log;
    private Duration next = Duration.ZERO;
    private Duration last = Duration.ZERO;

    WaitLog(Log log) {
        this.log = log;
    }

    void locked(List<Blocker> blockers, Duration waited) {
        if (waited.compareTo(last) < 0) {
            next = Duration.ZERO; // another wait
        }
        last = waited;
        if (waited.compareTo(next) >= 0) {
            log.warn("Waiting for a lock on the history or the catalogs (" + waited.toSeconds() + " s): "
                    + (blockers.isEmpty()
                            ? "who holds it is not to be seen"
                            : "held by "
                                    + blockers.stream().map(Blocker::toString).collect(Collectors.joining("; "))));
            next = waited.plus(BETWEEN);
        }
    }
}
