package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls of functions, and what looks like one. */
public sealed interface FunctionExpression extends Expression {
    /** The calls that the grammar itself knows. */
    enum SpecialKind {
        COALESCE,
        GREATEST,
        LEAST,
        NULLIF,
        GROUPING,
        MERGE_ACTION
    }

    /**
     * A window: of an OVER, or of the WINDOW clause.
     *
     * @param name the window's name where one is defined, or the one that OVER uses; or null
     * @param base the window that is refined, or null
     */
    record WindowDef(
            @Nullable Name name,
            @Nullable Name base,
            List<Expression> partitionBy,
            List<SortBy> orderBy,
            @Nullable WindowFrame frame,
            SourceRange range)
            implements Node {
        public WindowDef {
            partitionBy = List.copyOf(partitionBy);
            orderBy = List.copyOf(orderBy);
        }
    }

    /**
     * A frame: {@code ROWS BETWEEN 1 PRECEDING AND CURRENT ROW}.
     *
     * @param end null where only a start is written
     */
    record WindowFrame(
            FrameUnit unit, FrameBound start, @Nullable FrameBound end, Exclusion exclusion, SourceRange range)
            implements Node {}

    /**
     * One end of a frame.
     *
     * @param offset the distance, or null
     */
    record FrameBound(BoundKind kind, @Nullable Expression offset, SourceRange range) implements Node {}

    /** What a frame counts. */
    enum FrameUnit {
        RANGE,
        ROWS,
        GROUPS
    }

    /** Where a frame begins or ends. */
    enum BoundKind {
        UNBOUNDED_PRECEDING,
        UNBOUNDED_FOLLOWING,
        CURRENT_ROW,
        OFFSET_PRECEDING,
        OFFSET_FOLLOWING
    }

    /** What is left out of a frame. */
    enum Exclusion {
        NONE,
        CURRENT_ROW,
        GROUP,
        TIES
    }

    /**
     * A call. What has a syntax of its own, as EXTRACT or TRIM, carries the function that the server calls for it.
     *
     * @param star whether it is {@code count(*)}
     * @param variadic whether VARIADIC stands before the last argument
     * @param orderBy what is ordered within the call or by WITHIN GROUP
     * @param filter the condition of FILTER, or null
     * @param over the window of OVER, or null
     */
    record FuncCall(
            ObjectName name,
            List<Expression> arguments,
            boolean star,
            boolean distinct,
            boolean variadic,
            List<SortBy> orderBy,
            boolean withinGroup,
            @Nullable Expression filter,
            @Nullable WindowDef over,
            SourceRange range)
            implements FunctionExpression {
        public FuncCall {
            arguments = List.copyOf(arguments);
            orderBy = List.copyOf(orderBy);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return Trees.equal(this, other);
        }

        @Override
        public int hashCode() {
            return Trees.hash(this);
        }

        @Override
        public String toString() {
            return Trees.print(this);
        }
    }

    /** {@code COALESCE}, {@code GREATEST}, {@code LEAST}, {@code NULLIF}, {@code GROUPING}, {@code MERGE_ACTION}: they are not in pg_proc. */
    record SpecialCall(SpecialKind kind, List<Expression> arguments, SourceRange range) implements FunctionExpression {
        public SpecialCall {
            arguments = List.copyOf(arguments);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return Trees.equal(this, other);
        }

        @Override
        public int hashCode() {
            return Trees.hash(this);
        }

        @Override
        public String toString() {
            return Trees.print(this);
        }
    }

    /**
     * {@code CURRENT_DATE}, {@code CURRENT_USER} and their like, which need no parentheses.
     *
     * @param keyword the keyword in lower case
     * @param precision the number behind it, or null
     */
    record SqlValueFunction(String keyword, @Nullable Integer precision, SourceRange range)
            implements FunctionExpression {
        @Override
        public boolean equals(@Nullable Object other) {
            return Trees.equal(this, other);
        }

        @Override
        public int hashCode() {
            return Trees.hash(this);
        }

        @Override
        public String toString() {
            return Trees.print(this);
        }
    }
}
