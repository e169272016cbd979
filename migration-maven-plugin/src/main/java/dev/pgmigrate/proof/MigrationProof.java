package dev.pgmigrate.proof;

import java.util.List;

/**
 * What is proved of a migration that applies.
 *
 * @param locks what its statements do to tables that were there before
 * @param policies what fails on tables with row-level security that it touches
 * @param unproved what was not looked at, one sentence each
 */
public record MigrationProof(
        SecondRun secondRun,
        RollbackProof rollback,
        List<LockLine> locks,
        List<PolicyProblem> policies,
        List<String> unproved) {
    public MigrationProof {
        locks = List.copyOf(locks);
        policies = List.copyOf(policies);
        unproved = List.copyOf(unproved);
    }
}
