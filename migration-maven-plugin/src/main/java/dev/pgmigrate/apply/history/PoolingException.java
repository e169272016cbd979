package dev.pgmigrate.apply.history;

import dev.pgmigrate.failure.ExplainedException;

/** Says that a pooler gives each transaction to a different server process, so that no session lock can be held. */
public final class PoolingException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    public PoolingException(String url) {
        super("There is a pooler in transaction mode in front of " + url
                + ": a migration needs a session of its own. Use the address of the database itself, or the"
                + " pooler's session mode (Supabase: port 5432 instead of 6543).");
    }
}
