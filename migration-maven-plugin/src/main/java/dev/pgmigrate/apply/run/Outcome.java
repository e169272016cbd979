package dev.pgmigrate.apply.run;

/** How one migration ended. */
sealed interface Outcome permits AppliedMigration, MigrationFailure {}
