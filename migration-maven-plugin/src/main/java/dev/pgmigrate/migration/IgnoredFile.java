package dev.pgmigrate.migration;

import java.nio.file.Path;

/**
 * A file in a migration folder that is ignored, and why.
 *
 * @param file the file
 * @param path the path as displayed
 * @param kind what it looks like
 * @param reason why it is ignored, one sentence
 */
public record IgnoredFile(Path file, String path, Kind kind, String reason) {
    /** What an ignored file looks like. */
    public enum Kind {
        /** A {@code .sql} file without a version in its name, which somebody may expect to run. */
        MISNAMED,
        /** Flyway's repeatable migration, {@code R__x.sql}; without it the schema would be incomplete. */
        REPEATABLE,
        /** Another file of Flyway's: a baseline, a callback, a Java migration, a script configuration. */
        UNSUPPORTED,
        /** A rollback without a migration, or the second one for a migration. */
        STRAY_ROLLBACK,
        SUBFOLDER,
        /** A file of another type: a README, a {@code .gitkeep}. */
        OTHER
    }
}
