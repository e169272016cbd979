package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in FROM: table_ref of the grammar. */
public sealed interface FromItem extends Node {
    /** An alias, with the columns that it renames. */
    record Alias(Name name, List<Name> columns, SourceRange range) implements Node {
        public Alias {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A column that a function in FROM gives.
     *
     * @param type null where none is written, as for ordinality
     */
    record ColumnDefinition(Name name, @Nullable TypeName type, SourceRange range) implements Node {}

    /** The kinds of join. */
    enum JoinKind {
        CROSS,
        INNER,
        LEFT,
        RIGHT,
        FULL
    }

    /**
     * A table or view.
     *
     * @param only whether ONLY is written: without the tables that inherit from it
     * @param alias its alias, or null
     */
    record RangeVar(ObjectName name, boolean only, @Nullable Alias alias, SourceRange range) implements FromItem {
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

    /** A query in FROM. */
    record RangeSubselect(
            boolean lateral,
            SelectStatement select,
            @Nullable Alias alias,
            SourceRange range) implements FromItem {
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
     * One or more functions in FROM.
     *
     * @param rowsFrom whether {@code ROWS FROM (…)} is written
     * @param columns the columns that are defined behind the alias or the function
     */
    record RangeFunction(
            boolean lateral,
            boolean rowsFrom,
            List<Expression> functions,
            boolean ordinality,
            @Nullable Alias alias,
            List<ColumnDefinition> columns,
            SourceRange range)
            implements FromItem {
        public RangeFunction {
            functions = List.copyOf(functions);
            columns = List.copyOf(columns);
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
     * A join.
     *
     * @param using the columns of USING
     * @param usingAlias the alias behind them, or null
     * @param on the condition, or null
     * @param alias of a join in parentheses, or null
     */
    record JoinExpr(
            JoinKind type,
            boolean natural,
            FromItem left,
            FromItem right,
            List<Name> using,
            @Nullable Name usingAlias,
            @Nullable Expression on,
            @Nullable Alias alias,
            SourceRange range)
            implements FromItem {
        public JoinExpr {
            using = List.copyOf(using);
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
     * A table of which a sample is read.
     *
     * @param repeatable the seed, or null
     */
    record RangeTableSample(
            FromItem relation,
            ObjectName method,
            List<Expression> arguments,
            @Nullable Expression repeatable,
            SourceRange range)
            implements FromItem {
        public RangeTableSample {
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
     * {@code XMLTABLE} and {@code JSON_TABLE}.
     *
     * @param json whether it is JSON_TABLE
     * @param arguments all values in it: document, path, passed values
     * @param columns the columns by name
     */
    record RangeTableFunc(
            boolean lateral,
            boolean json,
            List<Expression> arguments,
            List<ColumnDefinition> columns,
            @Nullable Alias alias,
            SourceRange range)
            implements FromItem {
        public RangeTableFunc {
            arguments = List.copyOf(arguments);
            columns = List.copyOf(columns);
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
}
