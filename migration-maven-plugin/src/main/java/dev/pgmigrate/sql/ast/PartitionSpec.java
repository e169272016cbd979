package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code PARTITION BY strategy (…)}. */
public record PartitionSpec(Strategy strategy, List<Element> elements, SourceRange range) implements Node {
    /** The three strategies. */
    public enum Strategy {
        LIST,
        RANGE,
        HASH
    }

    /** One part of the partition key: a column or an expression. */
    public record Element(
            @Nullable Name column,
            @Nullable Expression expression,
            @Nullable ObjectName collation,
            @Nullable ObjectName opclass,
            SourceRange range)
            implements Node {}
}
