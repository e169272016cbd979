package dev.pgmigrate.apply.run;

import dev.pgmigrate.failure.ExplainedException;
import dev.pgmigrate.server.Blocker;
import java.time.Duration;

/** Says that a statement of an earlier run, whose client is gone, is still running on the server. */
public final class OrphanException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    OrphanException(Blocker orphan, Duration waited) {
        super("An earlier run was interrupted, and its statement is still running on the server: " + orphan
                + ". Waited "
                + waited.toSeconds() + " s. Run this again when it has finished, or end it with"
                + " -Dmigrate.endOrphan.");
    }
}
