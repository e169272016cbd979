package dev.pgmigrate.apply.history;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of the history.
 *
 * @param version the version as it was written when it was applied
 * @param name what the file name said beside the version
 * @param checksumOrNull the checksum of the text, or null if unknown
 * @param rank the position in the order of applying
 * @param appliedAt when it was applied
 * @param millisOrNull how long it took, or null if another tool applied it
 * @param appliedBy the role that applied it
 * @param state how it ended
 * @param toolVersion the version of this tool
 */
public record HistoryRow(
        String version,
        String name,
        @Nullable String checksumOrNull,
        long rank,
        Instant appliedAt,
        @Nullable Long millisOrNull,
        String appliedBy,
        State state,
        String toolVersion) {
    /** How a row came to be. */
    public enum State {
        APPLIED,
        BASELINE,
        FAILED;

        String sql() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String sql) {
            return valueOf(sql.toUpperCase(Locale.ROOT));
        }
    }

    /** Returns whether the database has the migration: it ran to its end, or counts as applied. */
    public boolean isApplied() {
        return state != State.FAILED;
    }

    public Optional<String> checksum() {
        return Optional.ofNullable(checksumOrNull);
    }

    public Optional<Long> millis() {
        return Optional.ofNullable(millisOrNull);
    }
}
