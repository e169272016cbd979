package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operators and predicates. */
public sealed interface OperatorExpression extends Expression {
    /** The three that connect conditions. */
    enum BoolKind {
        AND,
        OR,
        NOT
    }

    /** What IS asks. */
    enum IsKind {
        NULL,
        TRUE,
        FALSE,
        UNKNOWN,
        DOCUMENT,
        NORMALIZED,
        JSON
    }

    /** The pattern languages. */
    enum LikeKind {
        LIKE,
        ILIKE,
        SIMILAR
    }

    /**
     * {@code a + b}, {@code -a}; a chain of {@code ||} is one node.
     *
     * @param operands one for a prefix operator, two or more else
     */
    record OpExpr(ObjectName operator, List<Expression> operands, SourceRange range) implements OperatorExpression {
        public OpExpr {
            operands = List.copyOf(operands);
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

    /** {@code AND} and {@code OR} of two or more terms, {@code NOT} of one. */
    record BoolExpr(BoolKind kind, List<Expression> terms, SourceRange range) implements OperatorExpression {
        public BoolExpr {
            terms = List.copyOf(terms);
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
     * {@code x = ANY (array)}.
     *
     * @param all whether ALL is written instead of ANY or SOME
     */
    record ArrayOpExpr(Expression left, ObjectName operator, boolean all, Expression array, SourceRange range)
            implements OperatorExpression {
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

    /** {@code x IS [NOT] NULL}, {@code TRUE}, {@code DOCUMENT} … . */
    record IsExpr(Expression operand, boolean negated, IsKind test, SourceRange range) implements OperatorExpression {
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

    /** {@code x IS [NOT] DISTINCT FROM y}. */
    record DistinctExpr(Expression left, boolean negated, Expression right, SourceRange range)
            implements OperatorExpression {
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
     * {@code x [NOT] LIKE y ESCAPE z}, {@code ILIKE} and {@code SIMILAR TO}.
     *
     * @param escape what stands behind ESCAPE, or null
     */
    record LikeExpr(
            Expression operand,
            boolean negated,
            LikeKind kind,
            Expression pattern,
            @Nullable Expression escape,
            SourceRange range)
            implements OperatorExpression {
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

    /** {@code x [NOT] BETWEEN [SYMMETRIC] y AND z}. */
    record BetweenExpr(
            Expression operand, boolean negated, boolean symmetric, Expression low, Expression high, SourceRange range)
            implements OperatorExpression {
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

    /** {@code x [NOT] IN (1, 2)}; with a query it is a {@link Expression.SubLink}. */
    record InExpr(Expression operand, boolean negated, List<Expression> values, SourceRange range)
            implements OperatorExpression {
        public InExpr {
            values = List.copyOf(values);
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

    /** {@code x AT TIME ZONE zone}, or {@code AT LOCAL} without one. */
    record AtTimeZone(Expression operand, @Nullable Expression zone, SourceRange range) implements OperatorExpression {
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

    /** {@code (a, b) OVERLAPS (c, d)}. */
    record OverlapsExpr(Expression left, Expression right, SourceRange range) implements OperatorExpression {
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
