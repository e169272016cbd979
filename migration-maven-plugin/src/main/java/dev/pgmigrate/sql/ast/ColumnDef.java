package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table or an attribute of a composite type.
 *
 * @param type null only for a column of a typed table or a partition, which has its type from there
 * @param storage the word after {@code STORAGE}, {@code default} for {@code DEFAULT}
 * @param compression the word after {@code COMPRESSION}, {@code default} for {@code DEFAULT}
 * @param options of a foreign table's column
 */
public record ColumnDef(
        Name name,
        @Nullable TypeName type,
        @Nullable Name storage,
        @Nullable Name compression,
        List<DefElem> options,
        @Nullable ObjectName collation,
        List<Constraint> constraints,
        SourceRange range)
        implements TableElement {
    /** Returns the first constraint of a kind, or null. */
    public <C extends Constraint> @Nullable C constraint(Class<C> kind) {
        for (Constraint constraint : constraints) {
            if (kind.isInstance(constraint)) {
                return kind.cast(constraint);
            }
        }
        return null;
    }

    /** Tells whether the column has a constraint of a kind. */
    public boolean has(Class<? extends Constraint> kind) {
        return constraint(kind) != null;
    }
}
