package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query: SelectStmt of the grammar. */
public sealed interface SelectStatement extends Statement {
    /** Returns what may stand around any query: WITH, ORDER BY, LIMIT, FOR UPDATE. */
    SelectOptions options();

    /** Returns this query with other options, and so at another place. */
    SelectStatement withOptions(SelectOptions options, SourceRange range);

    @Override
    default StatementKind kind() {
        return StatementKind.SELECT;
    }

    /** The operations between queries. */
    enum SetKind {
        UNION,
        INTERSECT,
        EXCEPT
    }

    /** The values of one row. */
    record ExpressionList(List<Expression> values, SourceRange range) implements Node {
        public ExpressionList {
            values = List.copyOf(values);
        }
    }

    /**
     * An output column, or what a column is set to.
     *
     * @param label the name behind AS, or null
     */
    record ResTarget(@Nullable Name label, Expression value, SourceRange range) implements Node {}

    /** The table that SELECT INTO and CREATE TABLE AS make. */
    record IntoClause(ObjectName name, Persistence persistence, SourceRange range) implements Node {}

    /**
     * One item of GROUP BY.
     *
     * @param expressions what is grouped by; more than one only in CUBE and ROLLUP
     * @param sets the items of GROUPING SETS
     */
    record GroupingElement(
            GroupingKind kind, List<Expression> expressions, List<GroupingElement> sets, SourceRange range)
            implements Node {
        public GroupingElement {
            expressions = List.copyOf(expressions);
            sets = List.copyOf(sets);
        }
    }

    /** The forms of a GROUP BY item; EMPTY is {@code ()}. */
    enum GroupingKind {
        SIMPLE,
        EMPTY,
        CUBE,
        ROLLUP,
        SETS
    }

    /**
     * {@code SELECT …}; {@code TABLE t} is {@code SELECT * FROM t}.
     *
     * @param distinct null without DISTINCT; empty for a plain one, else what stands behind ON
     * @param into where SELECT INTO puts the rows, or null
     * @param groupBy expressions and grouping sets
     */
    record Select(
            @Nullable List<Expression> distinct,
            List<ResTarget> targets,
            @Nullable IntoClause into,
            List<FromItem> from,
            @Nullable Expression where,
            List<GroupingElement> groupBy,
            boolean groupDistinct,
            @Nullable Expression having,
            List<FunctionExpression.WindowDef> windows,
            SelectOptions options,
            SourceRange range)
            implements SelectStatement {
        public Select {
            distinct = distinct == null ? null : List.copyOf(distinct);
            targets = List.copyOf(targets);
            from = List.copyOf(from);
            groupBy = List.copyOf(groupBy);
            windows = List.copyOf(windows);
        }

        @Override
        public Select withOptions(SelectOptions options, SourceRange range) {
            return new Select(
                    distinct, targets, into, from, where, groupBy, groupDistinct, having, windows, options, range);
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

    /** {@code VALUES (1, 2), (3, 4)}. */
    record Values(List<ExpressionList> rows, SelectOptions options, SourceRange range) implements SelectStatement {
        public Values {
            rows = List.copyOf(rows);
        }

        @Override
        public Values withOptions(SelectOptions options, SourceRange range) {
            return new Values(rows, options, range);
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

    /** {@code a UNION b}; a chain of the same operation is nested on the left. */
    record SetOperation(
            SetKind operation,
            boolean all,
            SelectStatement left,
            SelectStatement right,
            SelectOptions options,
            SourceRange range)
            implements SelectStatement {
        @Override
        public SetOperation withOptions(SelectOptions options, SourceRange range) {
            return new SetOperation(operation, all, left, right, options, range);
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
