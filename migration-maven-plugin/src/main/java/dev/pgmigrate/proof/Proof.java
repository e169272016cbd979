package dev.pgmigrate.proof;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.DisposablePostgresException;
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

    /**
     * Returns the same proof with the reason of a server that could not give it, since it has lost all sessions.
     *
     * @throws DisposablePostgresException if the server has ended for another reason
     */
    public Proof explainedBy(DisposablePostgres server) {
        String code = failure()
                .flatMap(ReplayFailure::error)
                .map(ServerError::sqlState)
                .orElse("");
        if (failureOrNull == null || !SqlState.isOfLostSession(code)) {
            return this;
        }
        Optional<ServerError> full = server.fullDisk();
        if (full.isEmpty()) {
            server.requireRunning();
            return this;
        }
        return new Proof(passed, failureOrNull.because(full.get()), filled);
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
