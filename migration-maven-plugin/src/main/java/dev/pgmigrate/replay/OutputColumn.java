package dev.pgmigrate.replay;

import org.jspecify.annotations.Nullable;

/**
 * A column that a query gives.
 *
 * @param name null where the server makes up a name that is not followed here
 * @param type null where it follows from more than a column or a cast
 */
public record OutputColumn(@Nullable String name, @Nullable ColumnType type) {}
