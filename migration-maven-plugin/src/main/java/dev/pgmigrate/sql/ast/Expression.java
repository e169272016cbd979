package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value: a_expr, b_expr and c_expr of the grammar, with the names of PostgreSQL's nodes. */
public sealed interface Expression extends Node
        permits Expression.ColumnRef,
                Expression.ParamRef,
                Expression.Constant,
                Expression.TypeCast,
                Expression.CollateClause,
                Expression.Indirection,
                Expression.ArrayExpr,
                Expression.RowExpr,
                Expression.SubLink,
                Expression.CaseExpr,
                Expression.SetToDefault,
                Expression.CurrentOf,
                Expression.NamedArg,
                FunctionExpression,
                JsonExpression,
                OperatorExpression,
                XmlExpression {
    /** What a literal is; BIT and HEX are strings of bits. */
    enum ConstantKind {
        STRING,
        INTEGER,
        FLOAT,
        BIT,
        HEX,
        TRUE,
        FALSE,
        NULL
    }

    /** What a query within an expression is asked. */
    enum SubLinkKind {
        EXISTS,
        ANY,
        ALL,
        SCALAR,
        ARRAY
    }

    /** One branch of a CASE. */
    record CaseWhen(Expression condition, Expression result, SourceRange range) implements Node {}

    /**
     * One step into a value: {@code .field}, {@code .*}, {@code [index]} or {@code [lower:upper]}.
     *
     * @param field the field, or null
     * @param slice whether a colon is written; then either bound may be missing
     * @param index the index or the upper bound, or null
     */
    record IndirectionElement(
            @Nullable Name field,
            boolean star,
            boolean slice,
            @Nullable Expression lower,
            @Nullable Expression index,
            SourceRange range)
            implements Node {}

    /**
     * A column, or all of them: {@code a}, {@code t.a}, {@code t.*}, {@code *}.
     *
     * @param names the names before the star
     * @param star whether it ends in a star
     */
    record ColumnRef(List<Name> names, boolean star, SourceRange range) implements Expression {
        public ColumnRef {
            names = List.copyOf(names);
        }

        /** Returns the column's own name; null where all columns are meant. */
        public @Nullable Name column() {
            return star ? null : names.get(names.size() - 1);
        }

        /** Returns the name of the table before the column; null where there is none. */
        public @Nullable Name relation() {
            int at = star ? names.size() - 1 : names.size() - 2;
            return at < 0 ? null : names.get(at);
        }

        /** Returns whether it is a column of that name, whatever table it is of. */
        public boolean names(String column) {
            Name own = column();
            return own != null && own.text().equals(column);
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

    /** A parameter: {@code $1}. */
    record ParamRef(int number, SourceRange range) implements Expression {
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
     * A literal.
     *
     * @param text what it stands for: a string without its quotes, any other as it is written
     */
    record Constant(ConstantKind kind, String text, SourceRange range) implements Expression {
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

    /** {@code CAST(x AS type)}, {@code x::type}, or {@code type 'literal'}. */
    record TypeCast(Expression operand, TypeName type, SourceRange range) implements Expression {
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

    /** {@code x COLLATE "C"}. */
    record CollateClause(Expression operand, ObjectName collation, SourceRange range) implements Expression {
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

    /** What is picked out of a value: {@code (x).field[1]}. */
    record Indirection(Expression operand, List<IndirectionElement> elements, SourceRange range) implements Expression {
        public Indirection {
            elements = List.copyOf(elements);
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

    /** {@code ARRAY[1, 2]}; the inner brackets of an array of arrays too. */
    record ArrayExpr(List<Expression> elements, SourceRange range) implements Expression {
        public ArrayExpr {
            elements = List.copyOf(elements);
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
     * {@code ROW(1, 2)} or {@code (1, 2)}.
     *
     * @param explicit whether ROW is written
     */
    record RowExpr(boolean explicit, List<Expression> elements, SourceRange range) implements Expression {
        public RowExpr {
            elements = List.copyOf(elements);
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
     * A query within an expression.
     *
     * @param test the left side of {@code x IN (…)} and {@code x = ANY (…)}, or null
     * @param operator the operator before ANY or ALL, or null
     */
    record SubLink(
            SubLinkKind kind,
            @Nullable Expression test,
            @Nullable ObjectName operator,
            SelectStatement select,
            SourceRange range)
            implements Expression {
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

    /** {@code CASE [test] WHEN … THEN … ELSE … END}. */
    record CaseExpr(
            @Nullable Expression test,
            List<CaseWhen> whens,
            @Nullable Expression otherwise,
            SourceRange range) implements Expression {
        public CaseExpr {
            whens = List.copyOf(whens);
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

    /** {@code DEFAULT} in the place of a value. */
    record SetToDefault(SourceRange range) implements Expression {
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

    /** {@code CURRENT OF cursor}. */
    record CurrentOf(Name cursor, SourceRange range) implements Expression {
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

    /** {@code name => value} among the arguments of a call. */
    record NamedArg(Name name, Expression value, SourceRange range) implements Expression {
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
