package dev.pgmigrate.proof;

import dev.pgmigrate.migration.Migration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far the migrations got on an empty database, and what was proved of them.
 *
 * @param passed the migrations that applied, in order
 * @param failureOrNull why the next one did not, or null
 * @param filled the tables that had rows that were made up
 */
public record Proof(List<Passed> passed, @Nullable ReplayFailure failureOrNull, Set<String> filled) {
    /** Nothing was run. */
    public static final Proof NONE = new Proof(List.of(), null, Set.of());

    public Proof {
        passed = List.copyOf(passed);
        filled = Set.copyOf(filled);
    }

    /** Returns whether the next one might have applied without the rows that were made up. */
    public boolean mayFailForRows() {
        return !filled.isEmpty() && failureOrNull != null && failureOrNull.isOfRows();
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
