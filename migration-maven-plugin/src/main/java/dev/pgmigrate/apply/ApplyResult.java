package dev.pgmigrate.apply;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of applying.
 *
 * @param plan the plan as it was before
 * @param applied what was applied, in order
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
