package dev.pgmigrate.apply.history;

import dev.pgmigrate.failure.ExplainedException;

/** Says that a pooler hands each transaction to another server process, so that no session lock can be held. */
public final class PoolingException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    public PoolingException(String url) {
        super("A pooler in transaction mode stands before " + url
                + ": a migration needs a session of its own. Use the database's own address, or the pooler's"
                + " session mode (Supabase: port 5432 instead of 6543).");
    }
}
