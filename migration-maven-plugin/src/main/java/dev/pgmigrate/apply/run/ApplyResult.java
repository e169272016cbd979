package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.plan.Plan;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of applying, or of rolling back.
 *
 * @param plan the plan before the run
 * @param applied what was done, in order
 * @param failureOrNull why it ended early, or null
 */
public record ApplyResult(
        Plan plan, List<AppliedMigration> applied, @Nullable MigrationFailure failureOrNull) {
    public ApplyResult {
        applied = List.copyOf(applied);
    }

    public Optional<MigrationFailure> failure() {
        return Optional.ofNullable(failureOrNull);
    }
}
