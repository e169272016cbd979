package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Table.Column;
import dev.pgmigrate.replay.TableConstraint.Kind;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.AlterTableAction.RowSecurity;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
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
        boolean unseen = statement.ifExists() && model.schema().certain().relationPresence(name) == Presence.UNKNOWN;
        model.doubtingIf(unseen, () -> alter(name, statement, model));
    }

    private static void alter(QualifiedName name, AlterTable statement, Model model) {
        // The server runs the drops of one ALTER TABLE first (AT_PASS_DROP), whatever their place in the list.
        for (AlterTableAction action : statement.actions()) {
            if (drops(action)) {
                change(name, action, statement.only(), model);
            }
        }
        for (AlterTableAction action : statement.actions()) {
            if (!drops(action)) {
                change(name, action, statement.only(), model);
            }
        }
    }

    private static void change(QualifiedName name, AlterTableAction action, boolean only, Model model) {
        Table before = model.table(name);
        model.change(name, table -> apply(table, action, model));
        if (only && action instanceof AlterTableAction.AddConstraint add) {
            model.change(name, table -> keptFromPartitions(table, before, add.constraint()));
        }
        if (only) {
            Descendants.leave(name, action, model);
        } else {
            Descendants.change(before, action, model);
        }
    }

    /** The partitions have the key once their indexes are attached to its own. */
    private static Table keptFromPartitions(Table table, Table before, Constraint added) {
        Table changed = table;
        if (added instanceof Constraint.Key && table.isPartitioned()) {
            for (TableConstraint key : table.constraints().all()) {
                boolean isNew =
                        key.hasIndex() && before.constraints().get(key.name()).isEmpty();
                changed = isNew ? Tables.withConstraint(changed, key.inherited(false)) : changed;
            }
        }
        return changed;
    }

    private static boolean drops(AlterTableAction action) {
        return action instanceof AlterTableAction.Dropping || action instanceof AlterTableAction.DroppingGeneration;
    }

    private static void alterOther(AlterTable statement, Model model) {
        if (statement.objectType() == ObjectType.TYPE) {
            TypeChanges.alterComposite(statement, model);
            // Only CASCADE alters a type that has tables (manual, ALTER TYPE).
            typed(statement.name(), model).forEach(table -> alter(table.name(), statement, model));
        } else if (statement.objectType() == ObjectType.VIEW) {
            for (AlterTableAction action : statement.actions()) {
                if (action instanceof AlterTableAction.SetOptions options) {
                    setViewOptions(statement.name().qualified(), options, model);
                }
            }
        }
    }

    /** Returns the tables that have their columns from {@code type}. */
    static List<Table> typed(ObjectName type, Model model) {
        QualifiedName resolved = model.schema().resolveType(type.qualified());
        return model.schema().tables().stream()
                .filter(table -> resolved.equals(table.ofType()))
                .toList();
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
            changeSequence(table, change, model);
            return changeColumn(table, change, model);
        }
        if (action instanceof AlterTableAction.SetRowSecurity security) {
            return secured(table, security.mode());
        }
        if (action instanceof AlterTableAction.SetRule set) {
            return switched(table, set, model);
        }
        if (action instanceof AlterTableAction.SetLogged set) {
            return Tables.logged(table, set.logged());
        }
        if (action instanceof AlterTableAction.ReplicaIdentity identity) {
            return Tables.identifiedBy(table, identity);
        }
        Table changed = changeConstraint(table, action, model);
        return HierarchyChanges.change(changed, action, model);
    }

    static Table drop(Table table, AlterTableAction.DropColumn drop, Model model) {
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

    static Table changeConstraint(Table table, AlterTableAction action, Model model) {
        if (action instanceof AlterTableAction.AddConstraint add) {
            Name name = add.constraint().name();
            boolean present =
                    name != null && table.constraintPresence(name.text()).isPresent();
            return present
                    ? merged(table, add.constraint())
                    : ConstraintCreation.add(table, add.constraint(), List.of(), model);
        }
        if (action instanceof AlterTableAction.DropConstraint drop) {
            return dropConstraint(table, drop.name().text(), model);
        }
        if (action instanceof AlterTableAction.AlterConstraint alter) {
            return altered(table, alter);
        }
        if (action instanceof AlterTableAction.ValidateConstraint validate) {
            return table.constraints()
                    .get(validate.name().text())
                    .map(found -> validated(table, found, model.origin()))
                    .orElse(table);
        }
        return table;
    }

    /** An inherited check is the table's own from now on, and enforced if the table says that of it. */
    private static Table merged(Table table, Constraint constraint) {
        Name name = constraint.name();
        boolean enforced = !Boolean.FALSE.equals(constraint.attributes().enforced());
        return name == null || !(constraint instanceof Constraint.Check)
                ? table
                : table.constraints()
                        .get(name.text())
                        .map(known -> enforced && !known.enforced() ? known.enforced(true) : known)
                        .map(known -> Tables.withConstraint(table, known.local(true)))
                        .orElse(table);
    }

    /** A column whose {@code NOT NULL} holds for all rows is marked so. */
    private static Table validated(Table table, TableConstraint constraint, Origin origin) {
        Table changed = Tables.withConstraint(table, constraint.whenValidated());
        return constraint.kind() == Kind.NOT_NULL ? nullable(changed, constraint.columns(), false, origin) : changed;
    }

    /** A rule that is switched off rewrites nothing, and what is switched on again may be another one. */
    private static Table switched(Table table, AlterTableAction.SetRule action, Model model) {
        return table.rules()
                .get(action.name().text())
                .map(rule -> Tables.withRules(
                        table, table.rules().with(action.name().text(), new RelationRule(null, model.origin()))))
                .orElse(table);
    }

    private static Table altered(Table table, AlterTableAction.AlterConstraint action) {
        Boolean enforced = action.attributes().enforced();
        Boolean inherit = action.inherit();
        TableConstraint known = table.constraints().get(action.name().text()).orElse(null);
        if (known == null) {
            return table;
        }
        TableConstraint changed = enforced == null ? known : known.enforced(enforced);
        return Tables.withConstraint(table, inherit == null ? changed : changed.inherited(inherit));
    }

    static Table changeColumn(Table table, AlterTableAction.ColumnChange action, Model model) {
        UnaryOperator<Column> altered = altered(action);
        Name name = action.column();
        if (altered == null || name == null) {
            return table;
        }
        Table changed = column(table, name.text(), model.origin(), altered);
        changed.column(name.text()).ifPresent(Mentions.by(table.name(), model)::add);
        boolean set = action instanceof AlterTableAction.SetNotNull;
        changed = set ? Tables.withNotNull(changed, name.text()) : changed;
        for (TableConstraint constraint : table.constraints().all()) {
            if (constraint.kind() == Kind.NOT_NULL && constraint.columns().contains(name.text())) {
                changed = set ? Tables.withConstraint(changed, constraint.whenValidated()) : changed;
                changed = action instanceof AlterTableAction.DropNotNull
                        ? Tables.withoutConstraint(changed, constraint.name())
                        : changed;
            }
        }
        return changed;
    }

    /** An identity brings its sequence and takes it away. */
    private static void changeSequence(Table table, AlterTableAction.ColumnChange action, Model model) {
        if (action instanceof AlterTableAction.AddIdentity add) {
            TableCreation.ownSequence(table, add.column().text(), model);
        } else if (action instanceof AlterTableAction.DropIdentity drop) {
            model.dropSequences(table.name(), drop.column().text());
        }
    }

    /** Returns what becomes of the column, or null where it stays as it is. */
    private static @Nullable UnaryOperator<Column> altered(AlterTableAction.ColumnChange action) {
        if (action instanceof AlterTableAction.AlterColumnType change) {
            ColumnType type = ColumnType.of(change.type());
            ObjectName collation = change.collation();
            return column -> column.typed(type, collation == null ? null : collation.qualified());
        }
        if (action instanceof AlterTableAction.SetStorage change) {
            return column -> column.stored(change.storage().text());
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
        if (action instanceof AlterTableAction.AddIdentity add) {
            return column -> column.identity(true, add.always());
        }
        if (action instanceof AlterTableAction.DropIdentity) {
            return column -> column.identity(false, false);
        }
        if (action instanceof AlterTableAction.SetIdentity set && set.always() != null) {
            boolean always = set.always();
            return column -> column.identity(true, always);
        }
        return action instanceof AlterTableAction.DropExpression ? Column::withoutExpression : null;
    }

    private static Table column(Table table, String name, Origin origin, UnaryOperator<Column> change) {
        if (table.columnPresence(name).isAbsent()) {
            return table;
        }
        Column known = table.column(name).orElseGet(() -> Column.of(name, null, origin));
        return Tables.withColumn(table, change.apply(known));
    }

    private static Table addColumn(Table table, AlterTableAction.AddColumn add, Model model) {
        ColumnDef column = add.column();
        if (table.columnPresence(column.name().text()).isPresent()) {
            return table;
        }
        return TableCreation.addColumn(table, column, model);
    }

    /** Adds a column that a parent has got; one that is there already is taken for the same. */
    static Table inheriting(Table table, Column column) {
        boolean identity = column.identity() && !column.serial();
        return table.column(column.name()).isPresent()
                ? table
                : Tables.withColumn(table, (identity ? column.identity(false, false) : column).local(false));
    }

    /** Constraints and indexes go with the column, also those over others (PostgreSQL manual, ALTER TABLE, "DROP COLUMN"). */
    static Table dropColumn(Table table, String name, Model model) {
        Table changed = Tables.withColumns(table, table.columns().without(name), table.columnsKnown());
        for (TableConstraint constraint : table.constraints().all()) {
            if (constraint.columns().contains(name)) {
                changed = dropConstraint(changed, constraint.name(), model);
            }
        }
        model.dropSequences(table.name(), name);
        model.dropStatistics(table.name(), name);
        for (SchemaObject.Index index : model.schema().indexesOf(table.name())) {
            if (IndexChanges.uses(index, name)) {
                model.remove(ObjectKey.relation(index.name()));
                changed = index.constraint() == null ? changed : dropConstraint(changed, index.constraint(), model);
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
        constraint.filter(TableConstraint::hasIndex).ifPresent(key -> Cascades.references(table, key, model));
        Table changed = Tables.withoutConstraint(table, name);
        if (constraint.isPresent()) {
            return constraint.get().kind() == Kind.NOT_NULL
                    ? nullable(changed, constraint.get().columns(), true, model.origin())
                    : changed;
        }
        boolean ofNotNull =
                GeneratedNames.isOfNotNull(name) || table.constraints().unsure().contains(name);
        return table.created() && ofNotNull ? perhapsNullable(changed, name, model) : changed;
    }

    private static Table nullable(Table table, List<String> columns, boolean nullable, Origin origin) {
        Table changed = table;
        for (String column : columns) {
            changed = column(changed, column, origin, known -> known.nullable(nullable));
        }
        return changed;
    }

    /** From PostgreSQL 18 on the {@code NOT NULL} of a column is a constraint, and gone with it. */
    private static Table perhapsNullable(Table table, String dropped, Model model) {
        Optional<Column> named = table.columns().all().stream()
                .filter(column -> dropped.equals(GeneratedNames.ofNotNull(table.name(), column.name())))
                .findFirst();
        if (named.isPresent()) {
            return Tables.withColumn(table, named.get().nullable(true));
        }
        // The table or the column had another name, or it was given one.
        model.doubting(() -> model.change(table.name(), same -> same));
        return table;
    }

    /** Renames a column wherever the table itself names it. */
    static Table renameColumn(Table table, String from, String to, Origin origin) {
        Column column = table.column(from).orElseGet(() -> Column.of(from, null, origin));
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
