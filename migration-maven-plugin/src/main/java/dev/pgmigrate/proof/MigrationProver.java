package dev.pgmigrate.proof;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.proof.observe.DatabaseState;
import dev.pgmigrate.proof.observe.ObjectChange;
import dev.pgmigrate.proof.observe.Observation;
import dev.pgmigrate.proof.observe.RowChange;
import dev.pgmigrate.proof.observe.Touched;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.ServerConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Proves a migration right after it was applied to the main line.
 *
 * <p>What runs in one transaction is tried on the main line itself, in a transaction that is rolled back: the first run is
 * committed by then, so that the second one sees what it would see in production. Everything else is tried on a copy.
 */
final class MigrationProver {
    private final MainLine line;
    private final DatabaseCopies copies;
    private final Runner runner;
    private final Duration limit;
    private final TestRole role;

    /**
     * What a file left, and why the one after it does not run.
     *
     * @param failureOrNull the reason, or null if it runs or there is none
     */
    private record Tried(Observation seen, @Nullable ReplayFailure failureOrNull) {}

    MigrationProver(MainLine line, DatabaseCopies copies, ProofPlan plan) {
        this.line = line;
        this.copies = copies;
        this.runner = plan.runner();
        this.limit = plan.limit();
        this.role = plan.role();
    }

    /** Returns how to run files in the session of {@code connection}. */
    ServerReplay replay(ServerConnection connection) {
        return new ServerReplay(connection, limit, role);
    }

    /** Returns why a migration does not apply, and whether a superuser could apply it. */
    ReplayException explained(ReplayException refused, SqlFile file) {
        ServerError error = refused.failure().errorOrNull();
        if (role == TestRole.SUPERUSER
                || error == null
                || !error.sqlState().equals(SqlState.INSUFFICIENT_PRIVILEGE)
                || !isTriedOut(file)) {
            return refused;
        }
        try {
            new ServerReplay(line.connection(), limit, TestRole.SUPERUSER).tryOut(file, () -> {});
            return new ReplayException(refused.failure().forWantOfSuperuser());
        } catch (ReplayException stillRefused) {
            return refused;
        }
    }

    /** Returns why a file does not run on a copy of the database, or null if it does. */
    @Nullable
    ReplayFailure refusedOnCopy(SqlFile file) {
        line.release();
        try (DatabaseCopies.Copy copy = copies.make();
                ServerConnection connection = ServerConnection.open(copy.target())) {
            return failure(replay(connection), file);
        }
    }

    SecondRun secondRun(Migration migration) {
        SqlFile file = migration.sql();
        try {
            Observation seen = (isTriedOut(file) ? tryOut(file, null, Touched.nothing()) : onCopy(file, null)).seen();
            List<ObjectChange> changes = seen.changesFrom(line.state());
            List<RowChange> rows =
                    List.copyOf(seen.rowChanges(line.connection()).values());
            return changes.isEmpty() && rows.isEmpty() ? new SecondRun.Same() : new SecondRun.Differs(changes, rows);
        } catch (ReplayException e) {
            return new SecondRun.Refused(e.failure());
        }
    }

    /**
     * Tries the rollback, and the migration after it.
     *
     * @param before the state before the migration; null if it was not read, since there is no rollback
     * @param touchedOrNull what the migration touches, or null if that is unknown
     */
    RollbackProof rollback(Migration migration, @Nullable DatabaseState before, @Nullable Touched touchedOrNull) {
        if (migration.irreversible().isPresent()) {
            return new RollbackProof.Irreversible(
                    migration.irreversible().get().reason().orElse(null));
        }
        Optional<SqlFile> back = rollbackOf(migration);
        if (back.isEmpty() || before == null) {
            return new RollbackProof.None();
        }
        try {
            return verdict(before, rolledBack(back.get(), migration.sql(), touchedOrNull), touchedOrNull);
        } catch (ReplayException e) {
            return new RollbackProof.Refused(e.failure());
        }
    }

    /** Returns the rollback that can be tried. */
    static Optional<SqlFile> rollbackOf(Migration migration) {
        return migration.irreversible().isPresent()
                ? Optional.empty()
                : migration.rollback().filter(rollback -> !rollback.isStub()).map(rollback -> rollback.sql());
    }

    private Tried rolledBack(SqlFile back, SqlFile forward, @Nullable Touched touchedOrNull) throws ReplayException {
        if (isTriedOut(back) && isTriedOut(forward)) {
            try {
                return tryOut(back, forward, touchedOrNull);
            } catch (ReplayException e) {
                // Two files in one transaction: some of what PostgreSQL refuses there runs in two, such as the use of a
                // new enum value (manual, ALTER TYPE). A copy knows.
                return onCopy(back, forward);
            }
        }
        return onCopy(back, forward);
    }

    private RollbackProof verdict(DatabaseState before, Tried tried, @Nullable Touched touchedOrNull) {
        Observation seen = tried.seen();
        DatabaseState after = seen.stateOrNull() == null ? line.state() : seen.stateOrNull();
        List<ObjectChange> changes = before.changesTo(after);
        List<RowChange> own = new ArrayList<>();
        List<RowChange> others = new ArrayList<>();
        Predicate<Long> isOwn = touchedOrNull == null ? table -> true : touchedOrNull.relations()::contains;
        for (Map.Entry<Long, RowChange> change :
                seen.rowChanges(line.connection()).entrySet()) {
            (isOwn.test(change.getKey()) ? own : others).add(change.getValue());
        }
        ReplayFailure failure = tried.failureOrNull();
        if (!changes.isEmpty() || !others.isEmpty()) {
            return new RollbackProof.Differs(changes, others, own, failure);
        }
        return failure == null ? new RollbackProof.Exact(own) : new RollbackProof.Refused(failure);
    }

    private boolean isTriedOut(SqlFile file) {
        return ServerReplay.canBeTriedOut(file, runner);
    }

    /** Runs a file on the main line, looks at what it did, runs the next one if there is one, and undoes both. */
    private Tried tryOut(SqlFile file, @Nullable SqlFile nextOrNull, @Nullable Touched beforeOrNull)
            throws ReplayException {
        line.positions();
        ServerConnection connection = line.connection();
        ServerReplay replay = replay(connection);
        ServerReplay first = nextOrNull == null ? replay.again() : replay;
        List<Observation> seen = new ArrayList<>(1);
        Touched.prepare(connection);
        try {
            first.tryOut(file, () -> {
                seen.add(Observation.ofTransaction(connection, beforeOrNull));
                if (nextOrNull != null) {
                    replay.runWithin(nextOrNull);
                }
            });
        } finally {
            undoPositions(nextOrNull == null ? seen : List.of());
        }
        return new Tried(seen.get(0), null);
    }

    private void undoPositions(List<Observation> seen) {
        Touched touched = seen.isEmpty() ? null : seen.get(0).touchedOrNull();
        if (touched == null) {
            line.positions().restore(line.connection());
        } else {
            line.positions().restore(line.connection(), touched.relations());
        }
    }

    private Tried onCopy(SqlFile file, @Nullable SqlFile nextOrNull) throws ReplayException {
        line.release();
        try (DatabaseCopies.Copy copy = copies.make();
                ServerConnection connection = ServerConnection.open(copy.target())) {
            ServerReplay replay = replay(connection);
            (nextOrNull == null ? replay.again() : replay).run(file, runner);
            Observation seen = Observation.ofDatabase(connection);
            return new Tried(seen, nextOrNull == null ? null : failure(replay, nextOrNull));
        }
    }

    private @Nullable ReplayFailure failure(ServerReplay replay, SqlFile file) {
        try {
            replay.run(file, runner);
            return null;
        } catch (ReplayException e) {
            return e.failure();
        }
    }
}
