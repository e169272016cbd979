package dev.pgmigrate.server;

import dev.pgmigrate.postgres.ServerError;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Says that somebody kept locked what SQL of ours needs for longer than one was willing to wait. */
public final class LockWaitException extends ServerException {
    private static final long serialVersionUID = 1L;

    private final transient List<Blocker> blockers;

    LockWaitException(List<Blocker> blockers, Duration waited, ServerException cause) {
        super(
                "Waited " + waited.toSeconds() + " s for a lock on the history or the catalogs. "
                        + (blockers.isEmpty()
                                ? "Who holds it is not to be seen."
                                : "It is held by " + named(blockers) + ".")
                        + " Run this again when that session is done, or wait longer with -Dmigrate.lockWait.",
                cause);
        this.blockers = List.copyOf(blockers);
    }

    /** Returns what the server said, in words that tell who is in the way. */
    @Override
    public ServerError error() {
        return new ServerError(super.error().sqlState(), String.valueOf(getMessage()), null, null, 0, null);
    }

    /** Returns who holds it, as far as the role may see. */
    public List<Blocker> blockers() {
        return blockers;
    }

    private static String named(List<Blocker> blockers) {
        return blockers.stream().map(Blocker::toString).collect(Collectors.joining("; "));
    }
}
