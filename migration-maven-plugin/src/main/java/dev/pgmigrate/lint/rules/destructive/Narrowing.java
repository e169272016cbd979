package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what a change of a column's type does to values that the new type does not hold. */
final class Narrowing {
    private static final List<String> INTEGERS = List.of("int2", "int4", "int8");
    private static final List<String> FRACTIONS = List.of("numeric", "float8", "float4");
    private static final List<String> MOMENTS = List.of("timestamp", "timestamptz");
    private static final int MICROSECONDS = 6;

    private Narrowing() {}

    /**
     * Returns what happens to them, or null where all values fit.
     *
     * @param using whether an expression converts the values, in which a cast cuts off instead of failing
     */
    static @Nullable String loss(ColumnType old, ColumnType wanted, boolean using) {
        if (old.array() || wanted.array()) {
            return null;
        }
        if (wanted.is("varchar") && (old.is("varchar") || old.is("text")) && isShorter(old, wanted)) {
            return using
                    ? "longer values may be cut off"
                    : "a longer value makes it fail with " + SqlState.STRING_DATA_RIGHT_TRUNCATION;
        }
        int from = rank(INTEGERS, old);
        int to = rank(INTEGERS, wanted);
        if (to >= 0 && (from > to || rank(FRACTIONS, old) >= 0)) {
            return from > to
                    ? "a larger value makes it fail with " + SqlState.NUMERIC_VALUE_OUT_OF_RANGE
                    : "the fraction is rounded away";
        }
        if (old.is("numeric") && wanted.is("numeric") && !wanted.modifiers().isEmpty()) {
            return ofNumeric(old, wanted);
        }
        if (old.is("float8") && wanted.is("float4")) {
            return "all but some six digits are rounded away";
        }
        if (rank(MOMENTS, old) >= 0) {
            return ofMoment(old, wanted);
        }
        return null;
    }

    private static boolean isShorter(ColumnType old, ColumnType wanted) {
        return wanted.modifier(0).isPresent()
                && (old.modifier(0).isEmpty()
                        || old.modifier(0).get() > wanted.modifier(0).get());
    }

    private static @Nullable String ofNumeric(ColumnType old, ColumnType wanted) {
        int scale = wanted.modifier(1).orElse(0);
        int places = wanted.modifier(0).orElse(0) - scale;
        if (old.modifiers().isEmpty() || old.modifier(1).orElse(0) > scale) {
            return "digits after the point are rounded away";
        }
        return old.modifier(0).orElse(0) - old.modifier(1).orElse(0) > places
                ? "a larger value makes it fail with " + SqlState.NUMERIC_VALUE_OUT_OF_RANGE
                : null;
    }

    private static @Nullable String ofMoment(ColumnType old, ColumnType wanted) {
        if (wanted.is("date")) {
            return "the time of day is cut off";
        }
        boolean fewer =
                wanted.modifier(0).orElse(MICROSECONDS) < old.modifier(0).orElse(MICROSECONDS);
        return rank(MOMENTS, wanted) >= 0 && fewer ? "fractions of a second are rounded away" : null;
    }

    private static int rank(List<String> types, ColumnType type) {
        return type.name().schemaOrNull() == null ? types.indexOf(type.name().name()) : -1;
    }
}
