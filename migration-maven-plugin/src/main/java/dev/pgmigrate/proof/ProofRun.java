package dev.pgmigrate.proof;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.proof.body.BodyProof;
import dev.pgmigrate.proof.body.BodyProver;
import dev.pgmigrate.proof.body.Routines;
import dev.pgmigrate.proof.observe.DatabaseState;
import dev.pgmigrate.proof.observe.Touched;
import dev.pgmigrate.proof.rows.MadeUpRows;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.sql.SourceRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs the migrations of a plan on one database, one after the other, and proves those that the plan names. */
final class ProofRun implements AutoCloseable {
    private final MainLine line;
    private final MigrationProver prover;
    private final ProofPlan plan;
    private final Predictions predictions;
    private final Application application;
    private final MadeUpRows rows;
    private final BodyProver bodies = new BodyProver();
    private final List<Proof.Passed> passed = new ArrayList<>();

    ProofRun(ConnectionTarget database, DatabaseCopies copies, ProofPlan plan, Predictions predictions) {
        this.line = new MainLine(database);
        this.prover = new MigrationProver(line, copies, plan);
        this.plan = plan;
        this.predictions = predictions;
        this.rows = plan.madeUpRows();
        this.application = new Application(line, prover, plan, rows);
    }

    /** Runs all, up to the first that does not apply. */
    Proof whole() {
        return proof(plan.migrations().size());
    }

    /** Runs what leads to those that are proved; the others only if they may mend what was found in bodies. */
    Proof upToTheLastProved() {
        int end = 0;
        for (int i = 0; i < plan.migrations().size(); i++) {
            if (plan.proved().contains(plan.migrations().get(i).path())) {
                end = i + 1;
            }
        }
        return proof(end);
    }

    private Proof proof(int end) {
        try {
            int done = 0;
            for (Migration migration : plan.migrations()) {
                if (done++ >= end && !bodies.hasProblems()) {
                    return new Proof(passed, null, rows.tables());
                }
                apply(migration);
            }
            settle();
            if (end == plan.migrations().size()) {
                ServerReplay replay = prover.replay(line.connection());
                for (SqlFile seed : plan.last()) {
                    replay.prelude(seed);
                }
            }
            return new Proof(passed, null, rows.tables());
        } catch (ReplayException e) {
            return new Proof(passed, e.failure(), rows.tables());
        }
    }

    private void apply(Migration migration) throws ReplayException {
        boolean proved = plan.proved().contains(migration.path());
        boolean back = proved && MigrationProver.rollbackOf(migration).isPresent();
        DatabaseState before = back ? line.state() : null;
        Routines routines = proved ? line.routines() : null;
        bodies.read(migration.sql());
        Application.Applied applied = application.apply(migration, proved);
        FirstRunWatch first = applied.watchedOrNull();
        Duration duration = applied.duration();
        passed.add(new Proof.Passed(migration, duration, null)); // it has applied, whatever fails from here on
        List<SqlFile> seeds = plan.seeds().getOrDefault(migration.version(), List.of());
        for (SqlFile seed : seeds) {
            prover.replay(line.connection()).prelude(seed);
        }
        line.changed(first == null || !seeds.isEmpty() ? null : first.touchedOrNull());
        Map<SourceRange, Map<QualifiedName, LockPrediction.Expected>> predicted =
                proved ? predictions.of(migration, line.connection().version()) : Map.of();
        if (first == null || routines == null) {
            return;
        }
        Touched touched = first.touchedOrNull();
        SecondRun again = prover.secondRun(migration);
        RollbackProof rollback = prover.rollback(migration, before, touched);
        List<PolicyProblem> policies =
                touched == null ? List.of() : new PolicyProver(line.connection()).problems(touched);
        BodyProof body = bodies.prove(line.connection(), routines, line.routines(), first.namesBefore());
        List<String> standIns = new StandInUse(line.connection()).usedBy(migration.sql());
        List<String> unproved = new ArrayList<>(first.unproved());
        unproved.addAll(body.unproved());
        unproved.addAll(StandInUse.unproved(migration.sql(), standIns));
        MigrationProof proof = new MigrationProof(
                again,
                rollback,
                first.times(),
                first.locks(predicted, applied.end()),
                body.problems(),
                policies,
                applied.refusedOrNull(),
                standIns,
                unproved);
        passed.set(passed.size() - 1, new Proof.Passed(migration, duration, proof));
    }

    /** A body may speak of what only a later migration makes: that is mended, if nobody has called it until then. */
    private void settle() {
        if (!bodies.hasProblems()) {
            return;
        }
        Set<String> left = bodies.left(line.connection(), line.routines());
        passed.replaceAll(done -> {
            MigrationProof proof = done.provedOrNull();
            return proof == null || proof.bodies().isEmpty()
                    ? done
                    : new Proof.Passed(
                            done.migration(), done.duration(), proof.with(BodyProver.settled(proof.bodies(), left)));
        });
    }

    @Override
    public void close() {
        line.close();
    }
}
