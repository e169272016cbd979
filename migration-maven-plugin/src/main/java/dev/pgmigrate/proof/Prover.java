package dev.pgmigrate.proof;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs migrations on a throw-away database, to see what a real server says about them. */
public final class Prover {
    private final ConnectionTarget database;

    /** Returns a prover that works on an empty database. */
    public Prover(ConnectionTarget database) {
        this.database = database;
    }

    /**
     * Runs {@code preludes} and then {@code migrations}, each in its transaction mode, up to the first failure.
     *
     * @param preludes what has to be there before the first migration, such as the roles of a hosted service
     */
    public Proof replay(List<SqlFile> preludes, List<Migration> migrations) {
        return replay(preludes, migrations, Runner.MIGRATE);
    }

    /** Like {@link #replay(List, List)}, with the transactions of the tool that runs the files in production. */
    public Proof replay(List<SqlFile> preludes, List<Migration> migrations, Runner runner) {
        List<Proof.Passed> passed = new ArrayList<>();
        try {
            // In a session of its own: its settings for the database apply only to later sessions.
            try (ServerConnection connection = ServerConnection.open(database)) {
                ServerReplay replay = new ServerReplay(connection, Set.of());
                for (SqlFile prelude : preludes) {
                    replay.prelude(prelude);
                }
            }
            try (ServerConnection connection = ServerConnection.open(database)) {
                ServerReplay replay = new ServerReplay(connection, Preludes.standIns(preludes));
                for (Migration migration : migrations) {
                    long start = System.nanoTime();
                    replay.run(migration.sql(), runner);
                    passed.add(new Proof.Passed(migration, Duration.ofNanos(System.nanoTime() - start)));
                }
            }
            return new Proof(passed, null);
        } catch (ReplayException e) {
            return new Proof(passed, e.failure());
        }
    }
}
