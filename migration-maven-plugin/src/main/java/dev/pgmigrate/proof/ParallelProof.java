package dev.pgmigrate.proof;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.proof.Proof.Passed;
import dev.pgmigrate.proof.body.BodyProblem;
import dev.pgmigrate.server.ConnectionTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Proves shares of the migrations at the same time, each on a database of its own, and puts together what was found. */
final class ParallelProof {
    private final ConnectionTarget database;
    private final DatabaseCopies copies;
    private final Predictions predictions;

    ParallelProof(ConnectionTarget database, DatabaseCopies copies, Predictions predictions) {
        this.database = database;
        this.copies = copies;
        this.predictions = predictions;
    }

    /** Proves {@code plan}, of which {@code shares} are the parts; the last one runs everything. */
    Proof prove(ProofPlan plan, List<ProofPlan> shares) {
        List<DatabaseCopies.Copy> made = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(shares.size());
        try {
            for (int i = 1; i < shares.size(); i++) {
                made.add(copies.make());
            }
            List<Future<Proof>> open = new ArrayList<>();
            for (int i = 0; i < made.size(); i++) {
                ProofPlan share = shares.get(i);
                DatabaseCopies.Copy copy = made.get(i);
                open.add(threads.submit(() -> {
                    try (ProofRun run = new ProofRun(copy.target(), copy.copies(), share, predictions)) {
                        return run.upToTheLastProved();
                    }
                }));
            }
            ProofPlan last = shares.get(shares.size() - 1);
            open.add(threads.submit(() -> {
                try (ProofRun run = new ProofRun(database, copies, last, predictions)) {
                    return run.whole();
                }
            }));
            return together(plan, open.stream().map(ParallelProof::ended).toList());
        } finally {
            threads.shutdownNow();
            made.forEach(DatabaseCopies.Copy::close);
        }
    }

    private static Proof ended(Future<Proof> proof) {
        try {
            return proof.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    /** The first migration that does not apply ends the proof, whoever found it. */
    private static Proof together(ProofPlan plan, List<Proof> proofs) {
        Map<String, Passed> found = new HashMap<>();
        Set<String> filled = new TreeSet<>();
        for (Proof proof : proofs) {
            filled.addAll(proof.filled());
            proof.passed()
                    .forEach(passed -> found.merge(
                            passed.migration().path(),
                            passed,
                            (one, other) -> one.provedOrNull() == null ? other : one));
        }
        Set<String> known = new HashSet<>();
        List<Passed> passed = new ArrayList<>();
        for (Migration migration : plan.migrations()) {
            ReplayFailure failure = failure(migration, proofs);
            Passed done = found.get(migration.path());
            if (failure != null || done == null) {
                return new Proof(passed, failure, filled);
            }
            passed.add(withoutKnown(done, known));
        }
        return new Proof(passed, proofs.get(proofs.size() - 1).failureOrNull(), filled);
    }

    private static @Nullable ReplayFailure failure(Migration migration, List<Proof> proofs) {
        for (Proof proof : proofs) {
            ReplayFailure failure = proof.failureOrNull();
            if (failure != null && failure.file() == migration.sql()) {
                return failure;
            }
        }
        return null;
    }

    /** A problem of a body belongs to the migration that made it, or after which it is there first. */
    private static Passed withoutKnown(Passed done, Set<String> known) {
        MigrationProof proof = done.provedOrNull();
        if (proof == null || proof.bodies().isEmpty()) {
            return done;
        }
        List<BodyProblem> own = proof.bodies().stream()
                .filter(problem -> known.add(problem.identity())
                        || problem.place()
                                .filter(place ->
                                        place.file() == done.migration().sql())
                                .isPresent())
                .toList();
        return new Passed(done.migration(), done.duration(), proof.with(own));
    }
}
