package dev.pgmigrate.apply.run;

import dev.pgmigrate.failure.ExplainedException;
import dev.pgmigrate.server.Blocker;
import java.time.Duration;

/** Says that a statement of an earlier run, whose client is gone, still runs on the server. */
public final class OrphanException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    OrphanException(Blocker orphan, Duration waited) {
        super("An earlier run was broken off, and its statement still runs on the server: " + orphan + ". Waited "
                + waited.toSeconds() + " s. Run this again when it is done, or end it with -Dmigrate.endOrphan.");
    }
}
