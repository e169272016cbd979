package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import org.jspecify.annotations.Nullable;

/**
 * One item of an ORDER BY.
 *
 * @param usingOperator the operator of {@code USING <}, or null
 */
public record SortBy(
        Expression expression,
        Direction direction,
        NullsOrder nulls,
        @Nullable ObjectName usingOperator,
        SourceRange range)
        implements Node {
    /** ASC, DESC, or neither. */
    public enum Direction {
        DEFAULT,
        ASC,
        DESC,
        USING
    }

    /** NULLS FIRST, NULLS LAST, or neither. */
    public enum NullsOrder {
        DEFAULT,
        FIRST,
        LAST
    }
}
