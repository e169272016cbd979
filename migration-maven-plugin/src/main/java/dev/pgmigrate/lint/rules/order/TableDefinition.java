package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.SchemaObject.TypeKind;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Persistence;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a table may be, and what its columns and options may be (manual, CREATE TABLE; heap.c and tablecmds.c). */
final class TableDefinition {
    private static final Set<String> SYSTEM_COLUMNS = Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid");
    private static final String SYSTEM = "pg_catalog";
    private static final Set<String> CATALOGS =
            Set.of(("pg_attribute pg_authid pg_class pg_constraint pg_database pg_depend pg_description pg_enum "
                            + "pg_extension pg_index pg_inherits pg_language pg_namespace pg_operator pg_policy pg_proc "
                            + "pg_rewrite pg_sequence pg_statistic pg_trigger pg_type")
                    .split(" "));

    /** Types that no column stores (manual, 8.21 "Pseudo-Types"). */
    static final Set<String> PSEUDO = Set.of(
            "any",
            "anyelement",
            "anyarray",
            "cstring",
            "event_trigger",
            "internal",
            "record",
            "trigger",
            "unknown",
            "void");

    /** Before PostgreSQL 18 these were another error, or none. */
    private static final int PARTITIONED_HAVE_NO_STORAGE = 18;

    private final Refusals refusals;

    TableDefinition(Refusals refusals) {
        this.refusals = refusals;
    }

    void create(CreateTable create) {
        place(create.name(), create.persistence());
        create.options().stream()
                .filter(option -> option.is("oids") && option.isOn())
                .forEach(option -> refusals.add(
                        option.range(),
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "No table has OIDs any more, and `" + create.name() + "` wants them",
                        "Leave the option out."));
        refusals.addIf(
                create.partitionBy() != null && !create.options().isEmpty() && isNew(),
                create.name().range(),
                SqlState.WRONG_OBJECT_TYPE,
                "`" + create.name() + "` is partitioned and stores nothing that an option could be about",
                "Set the options at its partitions.");
        create.columns().forEach(column -> {
            type(column);
            system(column.name());
            second(create, column);
        });
        typed(create);
    }

    private boolean isNew() {
        return refusals.context().target().isAtLeast(PARTITIONED_HAVE_NO_STORAGE);
    }

    /** Checks that what is temporary is in the schema for that, and nothing else is. */
    void place(ObjectName name, Persistence persistence) {
        Name schema = name.schema();
        boolean isThere = schema != null && schema.text().startsWith(Schema.TEMPORARY);
        refusals.addIf(
                schema != null && !isThere && persistence == Persistence.TEMPORARY,
                name.range(),
                SqlState.INVALID_TABLE_DEFINITION,
                "`" + name + "` is temporary and cannot be in a schema of its own choice",
                "Leave out the schema.");
        refusals.addIf(
                isThere && persistence == Persistence.UNLOGGED,
                name.range(),
                SqlState.INVALID_TABLE_DEFINITION,
                "`" + name + "` is in the schema for what is temporary, and is not",
                "Leave out UNLOGGED.");
        refusals.addIf(
                schema != null && schema.text().equals(SYSTEM),
                name.range(),
                SqlState.INSUFFICIENT_PRIVILEGE,
                "`" + name + "` would be in the schema of the system, where nobody makes anything",
                "Name another schema.");
    }

    void type(ColumnDef column) {
        ColumnType type = column.type() == null ? null : ColumnType.of(column.type());
        refusals.addIf(
                type != null && !type.array() && type.name().schema().isEmpty() && PSEUDO.contains(type.plain()),
                column.range(),
                SqlState.INVALID_TABLE_DEFINITION,
                "`" + column.name().text() + "` is of a type of which no value is stored",
                "Give it a type such as text or jsonb.");
        if (column.type() != null) {
            shell(column.type().name());
        }
    }

    /** Checks that a type is not only announced. */
    void shell(ObjectName type) {
        refusals.addIf(
                refusals.schema()
                        .type(type.qualified())
                        .filter(known -> known.kind() == TypeKind.SHELL)
                        .isPresent(),
                type.range(),
                SqlState.UNDEFINED_OBJECT,
                "`" + type + "` is only announced, and no type yet",
                "Define it first, by a CREATE TYPE with its functions.");
    }

    private void system(Name column) {
        refusals.addIf(
                SYSTEM_COLUMNS.contains(column.text()),
                column.range(),
                SqlState.DUPLICATE_COLUMN,
                "Every table has a system column `" + column.text() + "`",
                "Give the column another name.");
    }

    private void second(CreateTable create, ColumnDef column) {
        if (create.partitionOf() != null && column.has(Constraint.PrimaryKey.class)) {
            refusals.schema()
                    .table(create.partitionOf())
                    .flatMap(Table::primaryKey)
                    .ifPresent(key -> secondKey(create.name(), create.name()));
        }
    }

    private void secondKey(ObjectName at, ObjectName table) {
        refusals.add(
                at.range(),
                SqlState.INVALID_TABLE_DEFINITION,
                "`" + table + "` would have two primary keys, one of them from the table above",
                "Drop its own first.");
    }

    private void typed(CreateTable create) {
        ObjectName of = create.ofType();
        if (of == null) {
            return;
        }
        SchemaObject.Type type = refusals.schema().type(of.qualified()).orElse(null);
        boolean isRow = type == null
                && refusals.schema().table(of).filter(Table::created).isPresent();
        refusals.addIf(
                isRow || (type != null && type.kind() != TypeKind.COMPOSITE),
                of.range(),
                SqlState.WRONG_OBJECT_TYPE,
                "`" + of + "` is not a type that CREATE TYPE … AS made",
                "Name a composite type.");
        if (type != null && type.kind() == TypeKind.COMPOSITE && type.complete()) {
            create.columns().stream()
                    .map(ColumnDef::name)
                    .filter(column -> !type.labels().contains(column.text()))
                    .forEach(column -> refusals.add(
                            column.range(),
                            SqlState.UNDEFINED_COLUMN,
                            "The type `" + of + "` has no attribute `" + column.text() + "`",
                            "Name one of its attributes."));
        }
    }

    void alter(AlterTable alter) {
        Name schema = alter.name().schema();
        boolean isCatalog = schema == null
                ? CATALOGS.contains(alter.name().last().text())
                : schema.text().equals(SYSTEM);
        refusals.addIf(
                isCatalog && alter.objectType() == ObjectType.TABLE,
                alter.name().range(),
                SqlState.INSUFFICIENT_PRIVILEGE,
                "`" + alter.name() + "` is a catalog of the system",
                "Change it by the statements that are there for what it describes.");
        Table table = refusals.schema().table(alter.name()).orElse(null);
        alter.actions().forEach(action -> action(action, table));
    }

    private void action(AlterTableAction action, @Nullable Table table) {
        if (action instanceof AlterTableAction.AddColumn add) {
            type(add.column());
            refusals.addIf(
                    table != null && SYSTEM_COLUMNS.contains(add.column().name().text()),
                    add.range(),
                    SqlState.DUPLICATE_COLUMN,
                    "Every table has a system column `" + add.column().name().text() + "`",
                    "Give the column another name.");
        } else if (action instanceof AlterTableAction.AlterColumnType change && table != null) {
            refusals.addIf(
                    SYSTEM_COLUMNS.contains(change.column().text()),
                    change.range(),
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "`" + change.column().text() + "` is a system column and stays as it is",
                    "Name a column of the table.");
        } else if (table != null && table.isPartitioned()) {
            partitioned(action, table);
        }
    }

    private void partitioned(AlterTableAction action, Table table) {
        boolean isStorage = action instanceof AlterTableAction.SetLogged
                || (action instanceof AlterTableAction.SetOptions options && !options.reset());
        refusals.addIf(
                isStorage && isNew(),
                action.range(),
                SqlState.WRONG_OBJECT_TYPE,
                "`" + table.name() + "` is partitioned and stores nothing that this could be about",
                "Change its partitions.");
        if (action instanceof AlterTableAction.AttachPartition attach) {
            refusals.schema()
                    .table(attach.partition())
                    .ifPresent(part -> table.primaryKey().ifPresent(above -> secondBelow(part, above, attach)));
        }
    }

    private void secondBelow(Table part, TableConstraint above, AlterTableAction.AttachPartition attach) {
        TableConstraint own = part.primaryKey().orElse(null);
        if (own == null) {
            refusals.schema().partitionsOf(part.name()).forEach(below -> secondBelow(below, above, attach));
        } else if (!own.columns().equals(above.columns())) {
            secondKey(attach.partition(), attach.partition());
        }
    }
}
