package dev.pgmigrate.apply.run;

import dev.pgmigrate.migration.Migration;
import java.time.Duration;

/**
 * A migration that was applied, or rolled back, just now.
 *
 * @param migration the migration, or its rollback as one
 * @param tries the number of attempts; more than one if it timed out waiting for a lock
 */
public record AppliedMigration(Migration migration, Duration duration, int tries) implements Outcome {}
