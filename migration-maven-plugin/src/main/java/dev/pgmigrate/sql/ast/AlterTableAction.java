package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the actions that an {@code ALTER TABLE} lists (manual, ALTER TABLE). */
public sealed interface AlterTableAction extends Node {
    /** What {@code CASCADE} and {@code RESTRICT} say on what drops something. */
    sealed interface Dropping extends AlterTableAction {
        boolean ifExists();

        Name name();

        boolean cascade();
    }

    /** {@code ALTER [COLUMN]}, with whatever follows. */
    sealed interface ColumnChange extends AlterTableAction {
        /** The column, or null where an index's is named by its number. */
        @Nullable
        Name column();
    }

    /** What makes the values of a column and is taken from it: {@code DROP IDENTITY}, {@code DROP EXPRESSION}. */
    sealed interface DroppingGeneration extends ColumnChange {
        @Override
        Name column();

        boolean ifExists();
    }

    /** {@code ADD [COLUMN]}; for a composite type {@code ADD ATTRIBUTE}. */
    record AddColumn(boolean ifNotExists, ColumnDef column, boolean cascade, SourceRange range)
            implements AlterTableAction {}

    /** {@code DROP [COLUMN]}; for a composite type {@code DROP ATTRIBUTE}. */
    record DropColumn(boolean ifExists, Name name, boolean cascade, SourceRange range) implements Dropping {}

    /** {@code ALTER [COLUMN] … TYPE}; for a composite type {@code ALTER ATTRIBUTE}. */
    record AlterColumnType(
            Name column,
            TypeName type,
            @Nullable ObjectName collation,
            @Nullable Expression using,
            boolean cascade,
            SourceRange range)
            implements ColumnChange {}

    /** {@code ALTER [COLUMN] … SET DEFAULT}. */
    record SetDefault(Name column, Expression expression, SourceRange range) implements ColumnChange {}

    /** {@code ALTER [COLUMN] … DROP DEFAULT}. */
    record DropDefault(Name column, SourceRange range) implements ColumnChange {}

    /** {@code ALTER [COLUMN] … SET NOT NULL}. */
    record SetNotNull(Name column, SourceRange range) implements ColumnChange {}

    /** {@code ALTER [COLUMN] … DROP NOT NULL}. */
    record DropNotNull(Name column, SourceRange range) implements ColumnChange {}

    /** {@code ALTER [COLUMN] … SET EXPRESSION AS (…)} (PostgreSQL 17). */
    record SetExpression(Name column, Expression expression, SourceRange range) implements ColumnChange {}

    /** {@code ALTER [COLUMN] … DROP EXPRESSION}. */
    record DropExpression(Name column, boolean ifExists, SourceRange range) implements DroppingGeneration {}

    /**
     * {@code ALTER [COLUMN] … SET STATISTICS}.
     *
     * @param column null where an index's column is named by number
     * @param columnNumber the number, or 0
     * @param target null for {@code DEFAULT} (PostgreSQL 17)
     */
    record SetStatistics(
            @Nullable Name column,
            int columnNumber,
            @Nullable Integer target,
            SourceRange range) implements ColumnChange {}

    /** {@code ALTER [COLUMN] … SET (…)} and {@code RESET (…)}. */
    record SetColumnOptions(Name column, boolean reset, List<DefElem> options, SourceRange range)
            implements ColumnChange {}

    /** {@code ALTER [COLUMN] … SET STORAGE}. */
    record SetStorage(Name column, Name storage, SourceRange range) implements ColumnChange {}

    /** {@code ALTER [COLUMN] … SET COMPRESSION}. */
    record SetCompression(Name column, Name method, SourceRange range) implements ColumnChange {}

    /** {@code ALTER [COLUMN] … ADD GENERATED … AS IDENTITY}. */
    record AddIdentity(Name column, boolean always, List<SequenceOption> options, SourceRange range)
            implements ColumnChange {}

    /**
     * {@code ALTER [COLUMN] … SET GENERATED}, {@code RESTART}, {@code SET sequence_option}.
     *
     * @param always null where {@code SET GENERATED} is not among them
     */
    record SetIdentity(Name column, @Nullable Boolean always, List<SequenceOption> options, SourceRange range)
            implements ColumnChange {}

    /** {@code ALTER [COLUMN] … DROP IDENTITY}. */
    record DropIdentity(Name column, boolean ifExists, SourceRange range) implements DroppingGeneration {}

    /** {@code ALTER [COLUMN] … OPTIONS (…)} of a foreign table. */
    record AlterColumnOptions(Name column, List<DefElem> options, SourceRange range) implements ColumnChange {}

    /** {@code ADD table_constraint}. */
    record AddConstraint(Constraint constraint, SourceRange range) implements AlterTableAction {}

    /**
     * {@code ALTER CONSTRAINT}.
     *
     * @param inherit true for {@code INHERIT}, false for {@code NO INHERIT}, null where neither is written
     */
    record AlterConstraint(
            Name name,
            Constraint.Attributes attributes,
            @Nullable Boolean inherit,
            SourceRange range) implements AlterTableAction {}

    /** {@code VALIDATE CONSTRAINT}. */
    record ValidateConstraint(Name name, SourceRange range) implements AlterTableAction {}

    /** {@code DROP CONSTRAINT}. */
    record DropConstraint(boolean ifExists, Name name, boolean cascade, SourceRange range) implements Dropping {}

    /** How {@code ENABLE} and {@code DISABLE} leave a trigger or a rule. */
    enum Firing {
        ENABLE,
        ENABLE_ALWAYS,
        ENABLE_REPLICA,
        DISABLE
    }

    /** Which triggers are meant. */
    enum Triggers {
        NAMED,
        ALL,
        USER
    }

    /** {@code ENABLE TRIGGER}, {@code DISABLE TRIGGER ALL}. */
    record SetTrigger(
            Firing firing, Triggers which, @Nullable Name name, SourceRange range) implements AlterTableAction {}

    /** {@code ENABLE RULE}, {@code DISABLE RULE}. */
    record SetRule(Firing firing, Name name, SourceRange range) implements AlterTableAction {}

    /** The four forms of {@code … ROW LEVEL SECURITY}. */
    enum RowSecurity {
        ENABLE,
        DISABLE,
        FORCE,
        NO_FORCE
    }

    /** {@code ENABLE}, {@code DISABLE}, {@code FORCE} or {@code NO FORCE ROW LEVEL SECURITY}. */
    record SetRowSecurity(RowSecurity mode, SourceRange range) implements AlterTableAction {}

    /** {@code CLUSTER ON index}; {@code SET WITHOUT CLUSTER} has no index. */
    record ClusterOn(@Nullable Name index, SourceRange range) implements AlterTableAction {}

    /** {@code SET WITHOUT OIDS}, which does nothing any more. */
    record SetWithoutOids(SourceRange range) implements AlterTableAction {}

    /** {@code SET LOGGED} and {@code SET UNLOGGED}. */
    record SetLogged(boolean logged, SourceRange range) implements AlterTableAction {}

    /** {@code SET ACCESS METHOD}; null for {@code DEFAULT} (PostgreSQL 17). */
    record SetAccessMethod(@Nullable Name method, SourceRange range) implements AlterTableAction {}

    /** {@code SET TABLESPACE}. */
    record SetTablespace(Name tablespace, SourceRange range) implements AlterTableAction {}

    /** {@code SET (…)} and {@code RESET (…)}. */
    record SetOptions(boolean reset, List<DefElem> options, SourceRange range) implements AlterTableAction {}

    /** {@code OPTIONS (…)} of a foreign table. */
    record AlterOptions(List<DefElem> options, SourceRange range) implements AlterTableAction {}

    /** {@code INHERIT parent} and {@code NO INHERIT parent}. */
    record Inherit(boolean add, ObjectName parent, SourceRange range) implements AlterTableAction {}

    /** {@code OF type}; {@code NOT OF} has no type. */
    record OfType(@Nullable ObjectName type, SourceRange range) implements AlterTableAction {}

    /** {@code OWNER TO}. */
    record OwnerTo(RoleSpec owner, SourceRange range) implements AlterTableAction {}

    /** The forms of {@code REPLICA IDENTITY}. */
    enum Identity {
        NOTHING,
        FULL,
        DEFAULT,
        INDEX
    }

    /** {@code REPLICA IDENTITY}. */
    record ReplicaIdentity(Identity identity, @Nullable Name index, SourceRange range) implements AlterTableAction {}

    /**
     * {@code ATTACH PARTITION}, of a table or of an index.
     *
     * @param bound null for an index
     */
    record AttachPartition(ObjectName partition, @Nullable PartitionBound bound, SourceRange range)
            implements AlterTableAction {}

    /** {@code DETACH PARTITION}; {@code finalizing} is the word {@code FINALIZE}. */
    record DetachPartition(ObjectName partition, boolean concurrently, boolean finalizing, SourceRange range)
            implements AlterTableAction {}
}
