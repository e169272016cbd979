package dev.pgmigrate.apply.foreign;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of another tool's history, as it is written there.
 *
 * @param version the version, or whatever the tool uses in its place: a file name, the script of a repeatable migration
 * @param nameOrNull what the tool records beside the version: a description, a file name; or null
 * @param outcome how it ended
 * @param checksumOrNull the tool's own checksum, or null
 * @param statementsOrNull the SQL that ran, or null where it was not recorded
 * @param appliedAtOrNull when, or null
 * @param millisOrNull how long it took, or null
 * @param appliedByOrNull the role, or null
 */
record ForeignRow(
        String version,
        @Nullable String nameOrNull,
        Outcome outcome,
        @Nullable String checksumOrNull,
        @Nullable List<String> statementsOrNull,
        @Nullable Instant appliedAtOrNull,
        @Nullable Long millisOrNull,
        @Nullable String appliedByOrNull) {
    /** How a migration of another tool ended. */
    enum Outcome {
        APPLIED,
        /** Everything up to this version counts as applied. */
        UP_TO,
        FAILED,
        /** It was undone: what an earlier row says about this version no longer holds. */
        UNDONE
    }

    /** Returns what identifies this row in its table: the version, or the name if there is none. */
    String key() {
        String name = nameOrNull;
        return version.isEmpty() && name != null ? name : version;
    }

    /** Returns what the tool records beside {@link #key()}; empty if that is all. */
    String name() {
        String name = nameOrNull;
        return name == null || name.equals(key()) ? "" : name;
    }
}
