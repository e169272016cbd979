package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import org.jspecify.annotations.Nullable;

/** One parameter of a function, procedure or aggregate, or one column of {@code RETURNS TABLE}. */
public record FunctionParameter(
        Mode mode,
        @Nullable Name name,
        TypeName type,
        @Nullable Expression defaultValue,
        SourceRange range) implements Node {
    /** How the parameter is passed; {@link #DEFAULT} where nothing was written, which means {@code IN}. */
    public enum Mode {
        DEFAULT,
        IN,
        OUT,
        INOUT,
        VARIADIC,
        TABLE
    }
}
