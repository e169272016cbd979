package dev.pgmigrate.apply.foreign;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What another tool's history says of one migration, as it is written there.
 *
 * @param version the version, or what the tool has in its place: the name of the file, the script of a repeatable
 * @param nameOrNull what the tool remembers beside the version: a description, a file's name; or null
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
        /** It was taken back: what an earlier row says of this version no longer holds. */
        UNDONE
    }

    /** Returns what tells this row from the others of its table: the version, or the name where there is none. */
    String key() {
        String name = nameOrNull;
        return version.isEmpty() && name != null ? name : version;
    }

    /** Returns what the tool remembers beside {@link #key()}; empty where that is all. */
    String name() {
        String name = nameOrNull;
        return name == null || name.equals(key()) ? "" : name;
    }
}
