package dev.pgmigrate.goal;

import dev.pgmigrate.apply.plan.MigrationState;
import dev.pgmigrate.apply.plan.Plan;
import dev.pgmigrate.drift.Drift;
import dev.pgmigrate.drift.DriftComparison;
import dev.pgmigrate.drift.DriftSide;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether a database is what its history says: the applied migrations are run on a disposable server, and the result is
 * compared with the database.
 *
 * @param preludesOrNull what runs before the first migration, or null for what the files need
 * @param searchPath the schemas that unqualified names resolve to; empty for the server's default
 * @param server starts a disposable server of a given version
 */
public record DriftLook(
        DriftComparison comparison,
        @Nullable List<SqlFile> preludesOrNull,
        List<String> searchPath,
        Function<PostgresVersion, DisposablePostgres> server) {
    /** What a goal says that believes the history. */
    static final String NOT_LOOKED_AT =
            "Not looked at: what was changed in it by hand (-Dmigrate.drift, or mvn migrate:diff).";

    private static final String COMMAND = ": mvn migrate:diff";

    public DriftLook {
        preludesOrNull = preludesOrNull == null ? null : List.copyOf(preludesOrNull);
        searchPath = List.copyOf(searchPath);
    }

    /**
     * What was seen.
     *
     * @param line the drift in one line
     * @param isDrift whether there is any, or nobody can tell
     */
    record Seen(String line, boolean isDrift) {}

    /** Compares {@code database} with the migrations that {@code plan} shows as applied. */
    Seen look(Migrations migrations, Plan plan, ConnectionTarget database) {
        List<Migration> applied = applied(plan);
        Migrations some = new Migrations(migrations.folders(), applied, List.of(), List.of());
        DriftSide live = SideReader.read(database);
        List<Failure> failures = new ArrayList<>();
        try (SideReader reader = new SideReader(server)) {
            Optional<SideReader.Replayed> replayed = reader.replay(
                    some,
                    LivePlatform.preludes(migrations, live, preludesOrNull),
                    searchPath,
                    live.snapshot().version(),
                    failures);
            if (replayed.isEmpty()) {
                return new Seen(
                        "Drift: unknown, since the applied migrations do not run on an empty server: "
                                + failures.get(0).message() + " mvn migrate:test shows more.",
                        true);
            }
            return seen(applied, comparison.of(SideReader.read(replayed.get().database()), live));
        }
    }

    static List<Migration> applied(Plan plan) {
        return plan.all().stream()
                .filter(planned -> planned.state() == MigrationState.APPLIED
                        || planned.state() == MigrationState.BASELINE
                        || planned.state() == MigrationState.CHANGED)
                .flatMap(planned -> planned.migration().stream())
                .toList();
    }

    private static Seen seen(List<Migration> applied, Drift drift) {
        String asFar = drift.unread().isEmpty() ? "" : ", as far as it can be seen";
        if (drift.isEmpty()) {
            return new Seen("Drift: none" + asFar + "; the database is what the applied migrations make.", false);
        }
        int count = drift.differences().size();
        List<String> lost = LostObjects.sentences(applied, drift.differences());
        String above = lost.isEmpty()
                ? "above all " + drift.differences().get(0).key() + COMMAND
                : lost.get(0) + " All of it: mvn migrate:diff";
        return new Seen(
                "Drift: " + count + (count == 1 ? " difference" : " differences")
                        + " from what the applied migrations make" + asFar + (lost.isEmpty() ? ", " : ". ") + above,
                true);
    }
}
