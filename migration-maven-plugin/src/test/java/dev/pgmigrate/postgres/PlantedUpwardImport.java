package dev.pgmigrate.postgres;

import dev.pgmigrate.migration.TransactionMode;

/** An import that points up, planted so that the architecture's test can be seen to bite. */
public record PlantedUpwardImport(TransactionMode mode) {}
