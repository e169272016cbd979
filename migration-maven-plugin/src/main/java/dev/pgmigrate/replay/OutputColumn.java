package dev.pgmigrate.replay;

import dev.pgmigrate.sql.ast.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column that a query gives.
 *
 * @param name null where the server makes up a name that is not followed here
 * @param type null where it follows from more than a column or a cast
 */
public record OutputColumn(@Nullable String name, @Nullable ColumnType type) {
    /** Returns what {@code query} gives, in order; null where the files do not show it. */
    public static @Nullable List<OutputColumn> of(Statement query, Schema schema) {
        return QueryColumns.of(query, List.of(), schema);
    }
}
