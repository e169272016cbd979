package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;

/** {@code LIKE table INCLUDING …} in a table's definition. */
public record LikeClause(ObjectName source, List<Option> options, SourceRange range) implements TableElement {
    /** Returns whether it copies {@code what}; the last word on it counts. */
    public boolean includes(What what) {
        boolean included = false;
        for (Option option : options) {
            if (option.what() == what || option.what() == What.ALL) {
                included = option.including();
            }
        }
        return included;
    }

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
