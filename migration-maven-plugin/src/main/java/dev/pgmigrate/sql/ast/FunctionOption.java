package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;

/** One of the words behind a function's parameters (manual, CREATE FUNCTION and ALTER FUNCTION). */
public sealed interface FunctionOption extends Node {
    /** {@code LANGUAGE}, a word or a string. */
    record Language(String name, SourceRange range) implements FunctionOption {}

    /** How far the result depends on anything but the arguments. */
    enum VolatilityKind {
        IMMUTABLE,
        STABLE,
        VOLATILE
    }

    /** {@code IMMUTABLE}, {@code STABLE}, {@code VOLATILE}. */
    record Volatility(VolatilityKind volatility, SourceRange range) implements FunctionOption {}

    /** {@code STRICT}, {@code RETURNS NULL ON NULL INPUT}, and their opposite. */
    record Strict(boolean strict, SourceRange range) implements FunctionOption {}

    /** {@code SECURITY DEFINER} and {@code SECURITY INVOKER}. */
    record Security(boolean definer, SourceRange range) implements FunctionOption {}

    /** {@code LEAKPROOF} and {@code NOT LEAKPROOF}. */
    record Leakproof(boolean leakproof, SourceRange range) implements FunctionOption {}

    /** {@code WINDOW}. */
    record Window(SourceRange range) implements FunctionOption {}

    /** {@code COST}. */
    record Cost(String value, SourceRange range) implements FunctionOption {}

    /** {@code ROWS}. */
    record Rows(String value, SourceRange range) implements FunctionOption {}

    /** {@code SUPPORT}. */
    record Support(ObjectName function, SourceRange range) implements FunctionOption {}

    /** {@code PARALLEL}. */
    record Parallel(Name level, SourceRange range) implements FunctionOption {}

    /** {@code TRANSFORM FOR TYPE …}. */
    record Transform(List<TypeName> types, SourceRange range) implements FunctionOption {}

    /** {@code SET parameter …} and {@code RESET parameter}. */
    record Setting(SettingChange change, SourceRange range) implements FunctionOption {}
}
