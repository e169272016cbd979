package dev.pgmigrate.goal;

import org.jspecify.annotations.Nullable;

/**
 * How many rows a table has before and after a migration.
 *
 * @param beforeOrNull null if it was not there
 * @param afterOrNull null if it is gone
 */
public record RowCount(
        String table, @Nullable Long beforeOrNull, @Nullable Long afterOrNull) {}
