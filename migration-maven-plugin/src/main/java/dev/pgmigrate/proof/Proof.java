package dev.pgmigrate.proof;

import dev.pgmigrate.migration.Migration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the migrations got on an empty database, and what was proved of them.
 *
 * @param passed the migrations that applied, in order
 * @param failureOrNull why the next one did not, or null
 */
public record Proof(List<Passed> passed, @Nullable ReplayFailure failureOrNull) {
    public Proof {
        passed = List.copyOf(passed);
    }

    /**
     * A migration that applied.
     *
     * @param duration how long it took
     * @param provedOrNull what was proved of it, or null if it was only run
     */
    public record Passed(
            Migration migration,
            Duration duration,
            @Nullable MigrationProof provedOrNull) {
        public Optional<MigrationProof> proved() {
            return Optional.ofNullable(provedOrNull);
        }
    }

    public Optional<ReplayFailure> failure() {
        return Optional.ofNullable(failureOrNull);
    }
}
