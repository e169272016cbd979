package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.history.PoolingException;
import dev.pgmigrate.server.ConnectException;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.SameServer;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Detects transaction pooling, which a single connection cannot see.
 *
 * <p>While one connection is idle, others open transactions and ask which process serves them. Two sessions never share a
 * process, and a session never changes its own; behind a pooler both happen. Two connections are not enough if there is a
 * load balancer in front of several poolers, since they may take different routes: the more there are, the less likely it
 * is that all avoid the route of the first.
 */
final class Pooling {
    /** With two poolers behind a balancer that chooses at random, all of them avoid one pooler once in 4096 times. */
    private static final int OTHERS = 12;

    private static final int LOOKS = 3;

    /** After this many connections without a process, the pool is simply small. */
    private static final int FULL = 8;

    private Pooling() {}

    /**
     * Does nothing if both connections are sessions.
     *
     * @throws PoolingException if they are not
     */
    static void refuse(ServerConnection one, ServerConnection other) {
        Set<Integer> seen = new HashSet<>(Set.of(one.backendPid()));
        begin(other);
        try {
            look(one, seen, other.backendPid());
            // What stands between gives out numbers of its own, for clients to cancel with.
            if (one.reportedPid() != one.backendPid()) {
                lookHarder(one, seen);
            }
        } finally {
            if (!other.isClosed()) {
                other.rollback();
            }
        }
    }

    private static void begin(ServerConnection other) {
        try {
            other.execute("BEGIN");
        } catch (ServerException e) {
            throw ConnectException.noSecondSession(other.target(), e);
        }
    }

    private static void look(ServerConnection one, Set<Integer> seen, int inTransaction) {
        if (seen.contains(inTransaction)) {
            throw new PoolingException(one.target().url());
        }
        seen.add(one.backendPid());
        if (seen.size() > 1) {
            throw new PoolingException(one.target().url());
        }
    }

    private static void lookHarder(ServerConnection one, Set<Integer> seen) {
        for (int i = 0; i < LOOKS; i++) {
            look(one, seen, 0); // a pooler that takes turns shows itself
        }
        ConnectionTarget impatient = SameServer.of(one).with("socketTimeout", "1");
        List<ServerConnection> others = new ArrayList<>();
        try {
            int full = 0;
            for (int i = 0; i < OTHERS && full < FULL; i++) {
                try {
                    ServerConnection other = ServerConnection.open(impatient);
                    others.add(other);
                    other.execute("BEGIN");
                    look(one, seen, other.backendPid());
                } catch (ServerException | ConnectException e) {
                    if (one.isClosed()) {
                        throw e;
                    }
                    full++; // a pool has no more to give; another one behind a balancer may
                }
            }
        } finally {
            others.forEach(ServerConnection::abort);
        }
    }
}
