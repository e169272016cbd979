package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type as it is written (Typename of the grammar).
 *
 * @param name the type's name; the SQL standard's spellings are resolved as the server does, {@code int} to
 *     {@code pg_catalog.int4}; with {@code percentType} a column's name
 * @param modifiers what stands in parentheses behind it, as in {@code numeric(10, 2)}
 * @param arrayBounds one entry a dimension, -1 where no size is written
 * @param intervalFields the fields of an interval such as {@code day to second}, or null
 * @param percentType whether it ends in {@code %TYPE}
 * @param setOf whether SETOF stands in front
 */
public record TypeName(
        ObjectName name,
        List<Expression> modifiers,
        List<Integer> arrayBounds,
        @Nullable String intervalFields,
        boolean percentType,
        boolean setOf,
        SourceRange range)
        implements Node {
    public TypeName {
        modifiers = List.copyOf(modifiers);
        arrayBounds = List.copyOf(arrayBounds);
    }

    public boolean isArray() {
        return !arrayBounds.isEmpty();
    }
}
