package dev.pgmigrate.apply.history;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the history says of one version.
 *
 * @param version the version as it was written when it was applied
 * @param name what the file name said beside it
 * @param checksumOrNull the text's checksum, or null where nobody knew it
 * @param rank the place in the order of applying
 * @param appliedAt when
 * @param millisOrNull how long it took, or null where it was not applied here
 * @param appliedBy the role
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

    public Optional<String> checksum() {
        return Optional.ofNullable(checksumOrNull);
    }

    public Optional<Long> millis() {
        return Optional.ofNullable(millisOrNull);
    }
}
