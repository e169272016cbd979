package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.FromItem.RangeVar;
import dev.pgmigrate.sql.ast.SelectStatement.ResTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that changes rows. */
public sealed interface DmlStatement extends Statement {
    /** Returns the table whose rows are changed. */
    RangeVar relation();

    /** Returns the common table expressions before it, or null. */
    @Nullable
    WithClause with();

    /**
     * {@code INSERT INTO …}.
     *
     * @param columns the columns that are named; empty for all
     * @param source where the rows come from, or null for DEFAULT VALUES
     * @param onConflict what is done about a row that is there already, or null
     * @param returning the output of RETURNING
     */
    record Insert(
            @Nullable WithClause with,
            RangeVar relation,
            List<InsertColumn> columns,
            Overriding overriding,
            @Nullable SelectStatement source,
            @Nullable OnConflict onConflict,
            List<ResTarget> returning,
            SourceRange range)
            implements DmlStatement {
        public Insert {
            columns = List.copyOf(columns);
            returning = List.copyOf(returning);
        }

        /** Returns whether the rows stand in the statement, so that it shows how many they are. */
        public boolean isWrittenOut() {
            return source == null || source instanceof SelectStatement.Values;
        }

        @Override
        public StatementKind kind() {
            return StatementKind.INSERT;
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
     * {@code UPDATE … SET …}.
     *
     * @param where null: every row
     * @param returning the output of RETURNING
     */
    record Update(
            @Nullable WithClause with,
            RangeVar relation,
            List<SetClause> set,
            List<FromItem> from,
            @Nullable Expression where,
            List<ResTarget> returning,
            SourceRange range)
            implements DmlStatement {
        public Update {
            set = List.copyOf(set);
            from = List.copyOf(from);
            returning = List.copyOf(returning);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.UPDATE;
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
     * {@code DELETE FROM …}.
     *
     * @param where null: every row
     * @param returning the output of RETURNING
     */
    record Delete(
            @Nullable WithClause with,
            RangeVar relation,
            List<FromItem> using,
            @Nullable Expression where,
            List<ResTarget> returning,
            SourceRange range)
            implements DmlStatement {
        public Delete {
            using = List.copyOf(using);
            returning = List.copyOf(returning);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.DELETE;
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
     * {@code MERGE INTO … USING …}.
     *
     * @param source where the rows come from
     * @param on the condition by which they are matched
     * @param returning the output of RETURNING
     */
    record Merge(
            @Nullable WithClause with,
            RangeVar relation,
            FromItem source,
            Expression on,
            List<MergeWhen> whens,
            List<ResTarget> returning,
            SourceRange range)
            implements DmlStatement {
        public Merge {
            whens = List.copyOf(whens);
            returning = List.copyOf(returning);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.MERGE;
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

    /** A column that is written to, with the field or subscript behind it. */
    record InsertColumn(Name name, List<Expression.IndirectionElement> indirection, SourceRange range) implements Node {
        public InsertColumn {
            indirection = List.copyOf(indirection);
        }
    }

    /**
     * {@code column = value}, or {@code (columns) = row}.
     *
     * @param targets one column, or those in parentheses
     * @param multiple whether parentheses are written
     */
    record SetClause(List<InsertColumn> targets, boolean multiple, Expression value, SourceRange range)
            implements Node {
        public SetClause {
            targets = List.copyOf(targets);
        }
    }

    /** OVERRIDING, or nothing. */
    enum Overriding {
        NONE,
        USER,
        SYSTEM
    }

    /**
     * {@code ON CONFLICT …}.
     *
     * @param target the index's columns, its condition or the constraint, or null
     * @param update whether DO UPDATE is written instead of DO NOTHING
     * @param set what DO UPDATE sets
     * @param where its condition, or null
     */
    record OnConflict(
            @Nullable ConflictTarget target,
            boolean update,
            List<SetClause> set,
            @Nullable Expression where,
            SourceRange range)
            implements Node {
        public OnConflict {
            set = List.copyOf(set);
        }
    }

    /**
     * What ON CONFLICT names.
     *
     * @param elements the columns or expressions of the index
     * @param where the condition of a partial index, or null
     * @param constraint the constraint's name, or null
     */
    record ConflictTarget(
            List<IndexElement> elements,
            @Nullable Expression where,
            @Nullable Name constraint,
            SourceRange range) implements Node {
        public ConflictTarget {
            elements = List.copyOf(elements);
        }
    }

    /**
     * One WHEN of a MERGE.
     *
     * @param condition what stands behind AND, or null
     * @param set what UPDATE sets
     * @param columns the columns that INSERT names
     * @param values the values of INSERT; empty for DEFAULT VALUES
     */
    record MergeWhen(
            MatchKind match,
            @Nullable Expression condition,
            MergeAction action,
            List<SetClause> set,
            List<InsertColumn> columns,
            Overriding overriding,
            List<Expression> values,
            SourceRange range)
            implements Node {
        public MergeWhen {
            set = List.copyOf(set);
            columns = List.copyOf(columns);
            values = List.copyOf(values);
        }
    }

    /** Which rows a WHEN is for. */
    enum MatchKind {
        MATCHED,
        NOT_MATCHED_BY_SOURCE,
        NOT_MATCHED_BY_TARGET
    }

    /** What a WHEN does. */
    enum MergeAction {
        INSERT,
        UPDATE,
        DELETE,
        NOTHING
    }
}
