package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;

/** {@code LIKE table INCLUDING …} in a table's definition. */
public record LikeClause(ObjectName source, List<Option> options, SourceRange range) implements TableElement {
    /** One {@code INCLUDING} or {@code EXCLUDING}. */
    public record Option(boolean including, What what) {}

    /** What can be copied. */
    public enum What {
        ALL,
        COMMENTS,
        COMPRESSION,
        CONSTRAINTS,
        DEFAULTS,
        GENERATED,
        IDENTITY,
        INDEXES,
        STATISTICS,
        STORAGE
    }
}
