package dev.pgmigrate.proof;

import dev.pgmigrate.proof.body.BodyProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is proved of a migration that applies.
 *
 * @param statements when its statements ran, if it ran in one transaction
 * @param locks what its statements do to tables that were there before
 * @param bodies the statements in bodies of functions that cannot run
 * @param policies what fails, or gets through, on tables with row-level security that it touches
 * @param refusedOrNull why it did not apply while its tables had rows that were made up, or null if it did
 * @param standIns the extensions that it uses and that were only stand-ins
 * @param unproved what was not looked at, one sentence each
 */
public record MigrationProof(
        SecondRun secondRun,
        RollbackProof rollback,
        List<StatementTime> statements,
        List<LockLine> locks,
        List<BodyProblem> bodies,
        List<PolicyProblem> policies,
        @Nullable ReplayFailure refusedOrNull,
        List<String> standIns,
        List<String> unproved) {
    public MigrationProof {
        statements = List.copyOf(statements);
        locks = List.copyOf(locks);
        bodies = List.copyOf(bodies);
        policies = List.copyOf(policies);
        standIns = List.copyOf(standIns);
        unproved = List.copyOf(unproved);
    }

    /** Returns the same with other problems of bodies. */
    MigrationProof with(List<BodyProblem> changed) {
        return new MigrationProof(
                secondRun, rollback, statements, locks, changed, policies, refusedOrNull, standIns, unproved);
    }
}
