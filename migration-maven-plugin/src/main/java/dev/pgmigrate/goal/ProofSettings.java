package dev.pgmigrate.goal;

import dev.pgmigrate.lint.Rerun;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.proof.TestRole;
import dev.pgmigrate.proof.TestRows;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What {@code migrate:test} proves, and what fails it.
 *
 * @param rerun whether a migration that does not survive a second run fails the goal
 * @param fromOrNull the version before which migrations are only run, or null
 * @param sinceOrNull the git reference since which a file has to have changed to be proved, or null
 * @param seedsOrNull the folder with seeds, or null for the usual one
 * @param limit how long a file may run; zero means for ever
 * @param rows which rows tables have that no seed fills
 * @param roleOrNull who runs the migrations, or null for the owner if they are for Supabase, else a superuser
 * @param deployedOrNull the database of which only what is pending there is proved, or null
 */
public record ProofSettings(
        Rerun rerun,
        @Nullable MigrationVersion fromOrNull,
        @Nullable String sinceOrNull,
        @Nullable Path seedsOrNull,
        Duration limit,
        TestRows rows,
        @Nullable TestRole roleOrNull,
        @Nullable Database deployedOrNull) {
    public static final Duration LIMIT = Duration.ofMinutes(10);

    public ProofSettings(
            Rerun rerun,
            @Nullable MigrationVersion fromOrNull,
            @Nullable String sinceOrNull,
            @Nullable Path seedsOrNull,
            Duration limit,
            TestRows rows,
            @Nullable TestRole roleOrNull) {
        this(rerun, fromOrNull, sinceOrNull, seedsOrNull, limit, rows, roleOrNull, null);
    }

    /** Everything is proved. */
    public static final ProofSettings DEFAULT =
            new ProofSettings(Rerun.REQUIRED, null, null, null, LIMIT, TestRows.GENERATED, null);

    /** Returns the same for what is pending in {@code database}; for null, whatever the database. */
    public ProofSettings of(@Nullable Database database) {
        return new ProofSettings(rerun, fromOrNull, sinceOrNull, seedsOrNull, limit, rows, roleOrNull, database);
    }
}
