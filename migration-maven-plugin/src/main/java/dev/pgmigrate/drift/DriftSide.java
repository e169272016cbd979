package dev.pgmigrate.drift;

import dev.pgmigrate.schema.SchemaSnapshot;

/**
 * One side of a comparison.
 *
 * @param snapshot its contents
 * @param runner the role that runs migrations there: what it owns here, its counterpart owns there
 */
public record DriftSide(SchemaSnapshot snapshot, String runner) {}
