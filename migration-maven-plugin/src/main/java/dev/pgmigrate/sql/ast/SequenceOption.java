package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import org.jspecify.annotations.Nullable;

/**
 * One option of a sequence or an identity column.
 *
 * @param value the number, with its sign; null where the option takes none
 * @param name the type of {@code AS}, the sequence of {@code SEQUENCE NAME}, the column of {@code OWNED BY}; else null
 */
public record SequenceOption(
        Kind kind, @Nullable String value, @Nullable ObjectName name, SourceRange range) implements Node {
    /** The options. */
    public enum Kind {
        AS,
        CACHE,
        CYCLE,
        NO_CYCLE,
        INCREMENT,
        MAXVALUE,
        MINVALUE,
        NO_MAXVALUE,
        NO_MINVALUE,
        OWNED_BY,
        SEQUENCE_NAME,
        LOGGED,
        UNLOGGED,
        START,
        RESTART
    }
}
