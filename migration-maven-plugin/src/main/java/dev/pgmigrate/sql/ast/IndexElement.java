package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One key of an index, an exclusion constraint or {@code ON CONFLICT}: a column or an expression.
 *
 * @param column null where it is an expression
 * @param expression null where it is a column
 */
public record IndexElement(
        @Nullable Name column,
        @Nullable Expression expression,
        @Nullable ObjectName collation,
        @Nullable ObjectName opclass,
        List<DefElem> opclassOptions,
        SortBy.Direction direction,
        SortBy.NullsOrder nulls,
        SourceRange range)
        implements Node {
    /** Returns the same key of a column under another name. */
    public IndexElement ofColumn(String name) {
        Name other = new Name(name, column == null ? range : column.range());
        return new IndexElement(other, null, collation, opclass, opclassOptions, direction, nulls, range);
    }
}
