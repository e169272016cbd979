package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;

/** The rows that a partition takes: {@code FOR VALUES …} or {@code DEFAULT}. */
public sealed interface PartitionBound extends Node {
    /** {@code FOR VALUES IN (…)}. */
    record In(List<Expression> values, SourceRange range) implements PartitionBound {}

    /** {@code FOR VALUES FROM (…) TO (…)}. */
    record FromTo(List<Expression> from, List<Expression> to, SourceRange range) implements PartitionBound {}

    /** {@code FOR VALUES WITH (MODULUS m, REMAINDER r)}. */
    record Hash(int modulus, int remainder, SourceRange range) implements PartitionBound {}

    /** {@code DEFAULT}: what no other partition takes. */
    record Default(SourceRange range) implements PartitionBound {}
}
