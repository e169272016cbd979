package dev.pgmigrate.apply.run;

import dev.pgmigrate.server.ServerConnection;

/**
 * Recognises transaction pooling, which one connection alone cannot see.
 *
 * <p>While one connection keeps a transaction open, the other asks which process serves it. Two sessions never share a
 * process, and a session never changes its own; behind a pooler both happen.
 */
final class Pooling {
    private Pooling() {}

    /**
     * Does nothing where both connections are sessions.
     *
     * @throws PoolingException if they are not
     */
    static void refuse(ServerConnection one, ServerConnection other) {
        int before = one.backendPid();
        other.execute("BEGIN");
        try {
            int inTransaction = other.backendPid();
            if (before == inTransaction || one.backendPid() != before) {
                throw new PoolingException(one.target().url());
            }
        } finally {
            other.rollback();
        }
    }
}
