package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements that make or alter tables. */
public sealed interface TableStatement extends Statement {
    /** The table, or for {@link AlterTable} whatever relation it names. */
    ObjectName name();

    /** What happens to a temporary table at the end of a transaction. */
    enum OnCommit {
        PRESERVE_ROWS,
        DELETE_ROWS,
        DROP
    }

    /** What {@code CREATE TABLE} and {@code CREATE FOREIGN TABLE} have in common. */
    sealed interface Definition extends TableStatement, Making {
        @Override
        ObjectReference made();

        List<TableElement> elements();

        List<ObjectName> inherits();

        /** The partitioned table of {@code PARTITION OF}, or null. */
        @Nullable
        ObjectName partitionOf();

        @Nullable
        PartitionBound bound();

        /** Returns the columns that are spelled out. */
        default List<ColumnDef> columns() {
            List<ColumnDef> columns = new ArrayList<>();
            for (TableElement element : elements()) {
                if (element instanceof ColumnDef column) {
                    columns.add(column);
                }
            }
            return Collections.unmodifiableList(columns);
        }

        /** Returns the constraints that stand beside the columns. */
        default List<Constraint> constraints() {
            List<Constraint> constraints = new ArrayList<>();
            for (TableElement element : elements()) {
                if (element instanceof Constraint constraint) {
                    constraints.add(constraint);
                }
            }
            return Collections.unmodifiableList(constraints);
        }
    }

    /**
     * {@code CREATE TABLE}.
     *
     * @param ofType the composite type of a typed table
     * @param onCommit null where nothing is written
     */
    record CreateTable(
            Persistence persistence,
            boolean ifNotExists,
            ObjectName name,
            List<TableElement> elements,
            List<ObjectName> inherits,
            @Nullable ObjectName partitionOf,
            @Nullable PartitionBound bound,
            @Nullable ObjectName ofType,
            @Nullable PartitionSpec partitionBy,
            @Nullable Name accessMethod,
            List<DefElem> options,
            @Nullable OnCommit onCommit,
            @Nullable Name tablespace,
            SourceRange range)
            implements Definition {
        @Override
        public ObjectReference made() {
            return ObjectReference.of(ObjectType.TABLE, name);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_TABLE;
        }
    }

    /** {@code CREATE FOREIGN TABLE}. */
    record CreateForeignTable(
            boolean ifNotExists,
            ObjectName name,
            List<TableElement> elements,
            List<ObjectName> inherits,
            @Nullable ObjectName partitionOf,
            @Nullable PartitionBound bound,
            Name server,
            List<DefElem> options,
            SourceRange range)
            implements Definition {
        @Override
        public ObjectReference made() {
            return ObjectReference.of(ObjectType.FOREIGN_TABLE, name);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_FOREIGN_TABLE;
        }
    }

    /**
     * {@code CREATE TABLE … AS}.
     *
     * @param columns the column names in parentheses; empty where there are none
     * @param query the query, or the {@code EXECUTE} that gives the rows
     * @param withData false for {@code WITH NO DATA}
     */
    record CreateTableAs(
            Persistence persistence,
            boolean ifNotExists,
            ObjectName name,
            List<Name> columns,
            @Nullable Name accessMethod,
            List<DefElem> options,
            @Nullable OnCommit onCommit,
            @Nullable Name tablespace,
            Statement query,
            boolean withData,
            SourceRange range)
            implements TableStatement, Making {
        @Override
        public ObjectReference made() {
            return ObjectReference.of(ObjectType.TABLE, name);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.CREATE_TABLE_AS;
        }
    }

    /**
     * {@code ALTER TABLE} and its like for the other relations, with the actions in order.
     *
     * @param objectType table, foreign table, index, sequence, view, materialized view or (composite) type
     * @param only whether {@code ONLY} keeps it from the table's children
     */
    record AlterTable(
            ObjectType objectType,
            boolean ifExists,
            boolean only,
            ObjectName name,
            List<AlterTableAction> actions,
            SourceRange range)
            implements TableStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_TABLE;
        }
    }

    /**
     * {@code ALTER … ALL IN TABLESPACE … SET TABLESPACE}, which moves every relation of a kind.
     *
     * @param name the tablespace that they leave
     */
    record AlterTableMoveAll(
            ObjectType objectType,
            ObjectName name,
            List<RoleSpec> ownedBy,
            Name newTablespace,
            boolean nowait,
            SourceRange range)
            implements TableStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.ALTER_TABLE_MOVE_ALL;
        }
    }
}
