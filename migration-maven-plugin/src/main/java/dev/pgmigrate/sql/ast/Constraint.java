package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A constraint or default of a column, a table or a domain (manual, 5.4 "Constraints" and CREATE TABLE). */
public sealed interface Constraint extends TableElement {
    /** The name after {@code CONSTRAINT}, or null. */
    @Nullable
    Name name();

    /** The index of {@code USING INDEX}, or null where the constraint builds its own or needs none. */
    default @Nullable Name usingIndex() {
        return null;
    }

    /** The words after it, {@code DEFERRABLE} to {@code NOT VALID}. */
    Attributes attributes();

    /** Tells whether existing rows are left unchecked. */
    default boolean notValid() {
        return attributes().notValid();
    }

    /**
     * What is written behind a constraint.
     *
     * @param deferrable null where neither {@code DEFERRABLE} nor {@code NOT DEFERRABLE} is written
     * @param initiallyDeferred null where neither {@code INITIALLY DEFERRED} nor {@code INITIALLY IMMEDIATE} is written
     * @param enforced null where neither {@code ENFORCED} nor {@code NOT ENFORCED} is written
     */
    record Attributes(
            @Nullable Boolean deferrable,
            @Nullable Boolean initiallyDeferred,
            @Nullable Boolean enforced,
            boolean notValid,
            boolean noInherit) {
        /** Nothing written. */
        public static final Attributes NONE = new Attributes(null, null, null, false, false);

        public boolean isEmpty() {
            return deferrable == null && initiallyDeferred == null && enforced == null && !notValid && !noInherit;
        }
    }

    /** {@code CHECK (expression)}. */
    record Check(@Nullable Name name, Expression expression, Attributes attributes, SourceRange range)
            implements Constraint {}

    /**
     * {@code NOT NULL}.
     *
     * @param column the column of the table form {@code NOT NULL c} (PostgreSQL 18); null behind a column
     */
    record NotNull(@Nullable Name name, @Nullable Name column, Attributes attributes, SourceRange range)
            implements Constraint {}

    /** {@code NULL}, which says only that there is no {@code NOT NULL}. */
    record Null(@Nullable Name name, Attributes attributes, SourceRange range) implements Constraint {}

    /** {@code DEFAULT expression}. */
    record Default(@Nullable Name name, Expression expression, Attributes attributes, SourceRange range)
            implements Constraint {}

    /**
     * {@code GENERATED ALWAYS AS (expression)}.
     *
     * @param stored true for {@code STORED}, false for {@code VIRTUAL}, null where neither is written (PostgreSQL 18: virtual)
     */
    record Generated(
            @Nullable Name name,
            Expression expression,
            @Nullable Boolean stored,
            Attributes attributes,
            SourceRange range)
            implements Constraint {}

    /**
     * {@code GENERATED … AS IDENTITY}.
     *
     * @param always true for {@code ALWAYS}, false for {@code BY DEFAULT}
     */
    record Identity(
            @Nullable Name name, boolean always, List<SequenceOption> options, Attributes attributes, SourceRange range)
            implements Constraint {}

    /** What {@code UNIQUE} and {@code PRIMARY KEY} have in common. */
    sealed interface Key extends Constraint {
        /** The columns; empty behind a column and with {@code USING INDEX}. */
        List<Name> columns();

        /** Whether the last column is {@code WITHOUT OVERLAPS}. */
        boolean withoutOverlaps();

        List<Name> including();

        List<DefElem> options();

        @Nullable
        Name tablespace();

        @Override
        @Nullable
        Name usingIndex();
    }

    /** {@code UNIQUE}. */
    record Unique(
            @Nullable Name name,
            List<Name> columns,
            boolean nullsNotDistinct,
            boolean withoutOverlaps,
            List<Name> including,
            List<DefElem> options,
            @Nullable Name tablespace,
            @Nullable Name usingIndex,
            Attributes attributes,
            SourceRange range)
            implements Key {}

    /** {@code PRIMARY KEY}. */
    record PrimaryKey(
            @Nullable Name name,
            List<Name> columns,
            boolean withoutOverlaps,
            List<Name> including,
            List<DefElem> options,
            @Nullable Name tablespace,
            @Nullable Name usingIndex,
            Attributes attributes,
            SourceRange range)
            implements Key {}

    /** {@code EXCLUDE USING method (element WITH operator, …)}. */
    record Exclude(
            @Nullable Name name,
            @Nullable Name method,
            List<ExclusionElement> elements,
            List<Name> including,
            List<DefElem> options,
            @Nullable Name tablespace,
            @Nullable Expression where,
            Attributes attributes,
            SourceRange range)
            implements Constraint {}

    /** {@code element WITH operator} of an exclusion constraint. */
    record ExclusionElement(IndexElement element, ObjectName operator, SourceRange range) implements Node {}

    /**
     * {@code REFERENCES}, with {@code FOREIGN KEY (…)} or behind a column.
     *
     * @param columns the referencing columns; empty behind a column
     * @param period whether the last referencing column is {@code PERIOD} (PostgreSQL 18)
     * @param referencedColumns empty where the referenced table's primary key is meant
     */
    record ForeignKey(
            @Nullable Name name,
            List<Name> columns,
            boolean period,
            ObjectName referenced,
            List<Name> referencedColumns,
            boolean referencedPeriod,
            @Nullable Match match,
            @Nullable ReferentialAction onUpdate,
            @Nullable ReferentialAction onDelete,
            Attributes attributes,
            SourceRange range)
            implements Constraint {}

    /** How a foreign key of several columns takes NULL. */
    enum Match {
        FULL,
        SIMPLE
    }

    /**
     * What {@code ON DELETE} or {@code ON UPDATE} does.
     *
     * @param columns the columns of {@code SET NULL (…)} and {@code SET DEFAULT (…)}; empty where none were written
     */
    record ReferentialAction(Kind kind, List<Name> columns, SourceRange range) implements Node {
        /** The five actions. */
        public enum Kind {
            NO_ACTION,
            RESTRICT,
            CASCADE,
            SET_NULL,
            SET_DEFAULT
        }
    }

    /** Attributes that follow no constraint; grammatical, and refused by the server afterwards. */
    record Stray(Attributes attributes, SourceRange range) implements Constraint {
        @Override
        public @Nullable Name name() {
            return null;
        }
    }
}
