package dev.pgmigrate.migration;

import java.nio.file.Path;

/**
 * A file in a migration folder that is not taken, and why.
 *
 * @param file the file
 * @param path the path as people read it
 * @param kind what it seems to be
 * @param reason why it is not taken, one sentence
 */
public record IgnoredFile(Path file, String path, Kind kind, String reason) {
    /** What an ignored file seems to be. */
    public enum Kind {
        /** A {@code .sql} file whose name has no version: somebody may believe that it runs. */
        MISNAMED,
        /** Flyway's repeatable migration, {@code R__x.sql}; leaving it out would leave the schema half made. */
        REPEATABLE,
        /** Another thing of Flyway's: baselines, callbacks, Java migrations, script configuration. */
        UNSUPPORTED,
        /** A rollback of no migration, or the second one of a migration. */
        STRAY_ROLLBACK,
        SUBFOLDER,
        /** A file of another type: a README, a {@code .gitkeep}. */
        OTHER
    }
}
