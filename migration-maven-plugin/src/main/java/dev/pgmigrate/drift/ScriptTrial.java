package dev.pgmigrate.drift;

import dev.pgmigrate.ddl.Change;
import dev.pgmigrate.ddl.Change.Step;
import dev.pgmigrate.ddl.SchemaScript;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.schema.SchemaSnapshot;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes a copy of one schema into another, statement by statement, and so finds a script that is known to run.
 *
 * <p>What fails for what is not there yet runs after the rest; what is still different at the end of a round is written
 * anew, such as a grant that the default privileges of the copy made.
 */
public final class ScriptTrial {
    private static final int MOST_ROUNDS = 4;

    private final ServerConnection copy;
    private final String runner;
    private final DriftComparison comparison;
    private final boolean withLosses;
    private final Set<Change> applied = new LinkedHashSet<>();
    private final Set<Change> losing = new LinkedHashSet<>();
    private final List<ProvenScript.Refused> refused = new ArrayList<>();

    /**
     * Creates one that changes the database of {@code copy}.
     *
     * @param runner the role that runs migrations there
     * @param withLosses whether to run what loses rows
     */
    public ScriptTrial(ServerConnection copy, String runner, DriftComparison comparison, boolean withLosses) {
        this.copy = copy;
        this.runner = runner;
        this.comparison = comparison;
        this.withLosses = withLosses;
    }

    /** Makes the copy equal to {@code wanted}, as far as statements can. */
    public ProvenScript towards(DriftSide wanted) {
        createRoles(wanted.snapshot());
        Drift drift = comparison.of(side(), wanted);
        for (int round = 0; round < MOST_ROUNDS && !drift.isEmpty(); round++) {
            List<Change> changes = new ArrayList<>(SchemaScript.of(drift.left(), drift.right(), drift.differences()));
            losing.clear();
            if (!withLosses) {
                changes.stream().filter(change -> change.loss().isPresent()).forEach(losing::add);
                changes.removeAll(losing);
            }
            changes.removeAll(applied);
            int before = applied.size();
            run(changes);
            if (applied.size() == before) {
                break;
            }
            drift = comparison.of(side(), wanted);
        }
        return new ProvenScript(List.copyOf(applied), List.copyOf(losing), refused, drift.differences());
    }

    private DriftSide side() {
        return new DriftSide(SchemaSnapshot.read(copy), runner);
    }

    /** Owners and grantees are of the server, and the disposable one has few of them. */
    private void createRoles(SchemaSnapshot wanted) {
        for (String role : RoleNames.of(wanted)) {
            try {
                copy.execute("CREATE ROLE " + Identifier.quoteIdent(role));
            } catch (ServerException e) {
                if (!e.is(SqlState.DUPLICATE_OBJECT)) {
                    throw e;
                }
            }
        }
    }

    /** Runs step by step what runs; what a step leaves is tried again with the next. */
    private void run(List<Change> changes) {
        Map<Step, List<Change>> steps = new TreeMap<>();
        changes.forEach(change ->
                steps.computeIfAbsent(change.step(), step -> new ArrayList<>()).add(change));
        List<Change> open = List.of();
        for (List<Change> step : steps.values()) {
            List<Change> next = new ArrayList<>(open);
            next.addAll(step);
            open = exhaust(next);
        }
    }

    /** Runs what runs, again and again until nothing more does; every other pass goes from the end. */
    private List<Change> exhaust(List<Change> changes) {
        List<Change> open = changes;
        int before;
        do {
            before = open.size();
            refused.clear();
            Deque<Change> failed = new ArrayDeque<>();
            copy.execute("BEGIN");
            for (Change change : open) {
                if (!runs(change)) {
                    failed.addFirst(change);
                }
            }
            copy.execute("COMMIT");
            open = List.copyOf(failed);
        } while (!open.isEmpty() && open.size() < before);
        return open;
    }

    private boolean runs(Change change) {
        copy.execute("SAVEPOINT change");
        try {
            copy.execute(change.sql());
            copy.execute("RELEASE SAVEPOINT change");
            applied.add(change);
            return true;
        } catch (ServerException e) {
            if (e.connectionLost()) {
                throw e;
            }
            copy.execute("ROLLBACK TO SAVEPOINT change");
            refused.add(new ProvenScript.Refused(change, e.error().sentence()));
            return false;
        }
    }
}
