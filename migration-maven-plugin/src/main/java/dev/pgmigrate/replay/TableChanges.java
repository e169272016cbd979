package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Table.Column;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.AlterTableAction.RowSecurity;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Replays the actions of {@code ALTER TABLE}. */
final class TableChanges {
    private TableChanges() {}

    static void alter(AlterTable statement, Model model) {
        if (statement.objectType() != ObjectType.TABLE && statement.objectType() != ObjectType.FOREIGN_TABLE) {
            alterOther(statement, model);
            return;
        }
        QualifiedName name = model.schema().resolve(statement.name());
        Presence presence = model.schema().relationPresence(name);
        boolean otherRelation =
                presence.isPresent() && model.schema().table(name).isEmpty();
        if (otherRelation || presence.isAbsent()) {
            return;
        }
        // The server runs the drops of one ALTER TABLE first (AT_PASS_DROP), whatever their place in the list.
        for (AlterTableAction action : statement.actions()) {
            if (drops(action)) {
                model.change(name, table -> apply(table, action, model));
            }
        }
        for (AlterTableAction action : statement.actions()) {
            if (!drops(action)) {
                model.change(name, table -> apply(table, action, model));
            }
        }
    }

    private static boolean drops(AlterTableAction action) {
        return action instanceof AlterTableAction.Dropping || action instanceof AlterTableAction.DroppingGeneration;
    }

    private static void alterOther(AlterTable statement, Model model) {
        if (statement.objectType() == ObjectType.TYPE) {
            TypeChanges.alterComposite(statement, model);
        } else if (statement.objectType() == ObjectType.VIEW) {
            for (AlterTableAction action : statement.actions()) {
                if (action instanceof AlterTableAction.SetOptions options) {
                    setViewOptions(statement.name().qualified(), options, model);
                }
            }
        }
    }

    private static void setViewOptions(QualifiedName name, AlterTableAction.SetOptions change, Model model) {
        SchemaObject.View view = model.schema().view(name).orElse(null);
        for (DefElem option : change.options()) {
            if (view != null && option.is("security_invoker")) {
                model.put(view.invokedBy(!change.reset() && option.isOn()));
            }
        }
    }

    private static Table apply(Table table, AlterTableAction action, Model model) {
        if (action instanceof AlterTableAction.AddColumn add) {
            return addColumn(table, add, model);
        }
        if (action instanceof AlterTableAction.DropColumn drop) {
            return drop(table, drop, model);
        }
        if (action instanceof AlterTableAction.ColumnChange change) {
            return changeColumn(table, change, model.origin());
        }
        if (action instanceof AlterTableAction.SetRowSecurity security) {
            return secured(table, security.mode());
        }
        if (action instanceof AlterTableAction.ReplicaIdentity identity) {
            return Tables.identifiedBy(table, identity);
        }
        Table changed = changeConstraint(table, action, model);
        return changeHierarchy(changed, action, model);
    }

    private static Table drop(Table table, AlterTableAction.DropColumn drop, Model model) {
        String column = drop.name().text();
        if (!drop.cascade()) {
            return dropColumn(table, column, model);
        }
        Cascades.views(column, model.schema().viewsUsing(table.name()), model);
        Table changed = table;
        for (Column other : table.columns().all()) {
            if (other.generated()
                    && other.defaultValue() != null
                    && TreeNames.columns(other.defaultValue()).contains(column)) {
                changed = dropColumn(changed, other.name(), model);
            }
        }
        return dropColumn(changed, column, model);
    }

    private static Table secured(Table table, RowSecurity mode) {
        return switch (mode) {
            case ENABLE -> Tables.withRowSecurity(table, Presence.PRESENT);
            case DISABLE -> Tables.withRowSecurity(table, Presence.ABSENT);
            case FORCE, NO_FORCE -> table;
        };
    }

    private static Table changeConstraint(Table table, AlterTableAction action, Model model) {
        if (action instanceof AlterTableAction.AddConstraint add) {
            Name name = add.constraint().name();
            boolean present =
                    name != null && table.constraintPresence(name.text()).isPresent();
            return present ? table : TableCreation.addConstraint(table, add.constraint(), List.of(), model);
        }
        if (action instanceof AlterTableAction.DropConstraint drop) {
            return dropConstraint(table, drop.name().text(), model);
        }
        if (action instanceof AlterTableAction.ValidateConstraint validate) {
            return table.constraints()
                    .get(validate.name().text())
                    .map(found -> Tables.withConstraint(table, found.whenValidated()))
                    .orElse(table);
        }
        return table;
    }

    private static Table changeHierarchy(Table table, AlterTableAction action, Model model) {
        if (action instanceof AlterTableAction.AttachPartition attach) {
            if (!isWithin(table, model.schema().resolve(attach.partition()), model)) {
                model.change(attach.partition(), part -> Tables.partitionOf(part, table.name()));
            }
        } else if (action instanceof AlterTableAction.DetachPartition detach) {
            model.change(detach.partition(), part -> detached(part, table));
        } else if (action instanceof AlterTableAction.Inherit inherit) {
            QualifiedName parent = model.schema().resolve(inherit.parent());
            return Tables.inheriting(Tables.withColumns(table, table.columns(), false), parent, inherit.add());
        } else if (action instanceof AlterTableAction.OfType) {
            return Tables.withColumns(table, table.columns(), false);
        }
        return table;
    }

    /** The server refuses to take it from a table that it is no partition of. */
    private static Table detached(Table part, Table from) {
        boolean other = part.partitionOf() != null && !part.partitionOf().equals(from.name());
        return other ? part : withKeyOf(from, Tables.partitionOf(part, null));
    }

    /** A partition has had a key of its own all the time, as a part of its parent's. */
    private static Table withKeyOf(Table parent, Table part) {
        return parent.primaryKey()
                .filter(key -> part.primaryKey().isEmpty())
                .map(key -> Tables.withConstraint(part, key.withName(part.name().name() + "_pkey")))
                .orElse(part);
    }

    /** The server refuses a circle of partitions. */
    private static boolean isWithin(Table table, QualifiedName partition, Model model) {
        @Nullable QualifiedName current = table.name();
        while (current != null && !current.equals(partition)) {
            current = model.schema().table(current).map(Table::partitionOf).orElse(null);
        }
        return current != null;
    }

    private static Table changeColumn(Table table, AlterTableAction.ColumnChange action, Origin origin) {
        UnaryOperator<Column> altered = altered(action);
        Name name = action.column();
        return altered == null || name == null ? table : column(table, name, origin, altered);
    }

    /** Returns what becomes of the column, or null where it stays as it is. */
    private static @Nullable UnaryOperator<Column> altered(AlterTableAction.ColumnChange action) {
        if (action instanceof AlterTableAction.AlterColumnType change) {
            ColumnType type = ColumnType.of(change.type());
            return column -> column.typed(type);
        }
        if (action instanceof AlterTableAction.SetDefault change) {
            return column -> column.defaulting(change.expression());
        }
        if (action instanceof AlterTableAction.DropDefault) {
            return column -> column.defaulting(null);
        }
        if (action instanceof AlterTableAction.SetNotNull || action instanceof AlterTableAction.DropNotNull) {
            return column -> column.nullable(action instanceof AlterTableAction.DropNotNull);
        }
        if (action instanceof AlterTableAction.AddIdentity || action instanceof AlterTableAction.DropIdentity) {
            return column -> column.identity(action instanceof AlterTableAction.AddIdentity);
        }
        return action instanceof AlterTableAction.DropExpression ? Column::withoutExpression : null;
    }

    private static Table column(Table table, Name name, Origin origin, UnaryOperator<Column> change) {
        if (table.columnPresence(name.text()).isAbsent()) {
            return table;
        }
        Column known = table.column(name.text())
                .orElseGet(() -> new Column(name.text(), null, false, null, false, false, origin));
        return Tables.withColumn(table, change.apply(known));
    }

    private static Table addColumn(Table table, AlterTableAction.AddColumn add, Model model) {
        ColumnDef column = add.column();
        if (table.columnPresence(column.name().text()).isPresent()) {
            return table;
        }
        Table changed = TableCreation.addColumn(table, column, model);
        for (Table part : model.schema().partitionsOf(table.name())) {
            model.change(
                    part.name(),
                    child -> Tables.withColumn(
                            child, changed.column(column.name().text()).orElseThrow()));
        }
        return changed;
    }

    /** Constraints and indexes go with the column, also those over others (PostgreSQL manual, ALTER TABLE, "DROP COLUMN"). */
    static Table dropColumn(Table table, String name, Model model) {
        Table changed = Tables.withColumns(table, table.columns().without(name), table.columnsKnown());
        for (Table part : model.schema().partitionsOf(table.name())) {
            model.change(part.name(), child -> dropColumn(child, name, model));
        }
        for (TableConstraint constraint : table.constraints().all()) {
            if (constraint.columns().contains(name)) {
                changed = dropConstraint(changed, constraint.name(), model);
            }
        }
        for (SchemaObject.Index index : model.schema().indexesOf(table.name())) {
            if (IndexChanges.uses(index, name)) {
                model.remove(ObjectKey.relation(index.name()));
            }
        }
        return changed;
    }

    static Table dropConstraint(Table table, String name, Model model) {
        Optional<TableConstraint> constraint = table.constraints().get(name);
        QualifiedName index = new QualifiedName(table.name().schemaOrNull(), name);
        boolean ownsIndex = constraint.map(TableConstraint::hasIndex).orElse(true);
        if (ownsIndex && model.schema().index(index).isPresent()) {
            model.remove(ObjectKey.relation(index));
        }
        for (Table part : model.schema().partitionsOf(table.name())) {
            if (part.constraints().get(name).isPresent()) {
                model.change(part.name(), child -> dropConstraint(child, name, model));
            }
        }
        return Tables.withoutConstraint(table, name);
    }

    /** Renames a column wherever the table itself names it. */
    static Table renameColumn(Table table, String from, String to, Origin origin) {
        Column column = table.column(from).orElseGet(() -> new Column(from, null, false, null, false, false, origin));
        Table changed =
                Tables.withColumns(table, table.columns().renamed(from, to, column.named(to)), table.columnsKnown());
        for (TableConstraint constraint : changed.constraints().all()) {
            if (constraint.columns().contains(from)) {
                changed = Tables.withConstraint(changed, constraint.renamingColumn(from, to));
            }
        }
        return changed;
    }
}
