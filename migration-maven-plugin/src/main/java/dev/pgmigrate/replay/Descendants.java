package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Table.Column;
import dev.pgmigrate.replay.TableConstraint.Kind;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.AlterTableAction.ColumnChange;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Passes what {@code ALTER TABLE} changes on to the partitions of a table and to the tables that inherit from it (PostgreSQL
 * manual, 5.11 "Inheritance").
 *
 * <p>What an heir has of its own, or from another parent as well, stays when the parent loses it; of a partition nothing is
 * its own.
 */
final class Descendants {
    private final AlterTableAction action;
    private final Model model;

    private Descendants(AlterTableAction action, Model model) {
        this.action = action;
        this.model = model;
    }

    /**
     * Changes what descends from {@code table}.
     *
     * @param before the table before {@code action}
     */
    static void change(Table before, AlterTableAction action, Model model) {
        new Descendants(action, model).pass(before.name(), before);
    }

    /** What {@code ONLY} takes from {@code table} alone its children keep as their own. */
    static void leave(QualifiedName table, AlterTableAction action, Model model) {
        if (action instanceof AlterTableAction.Dropping drop) {
            for (Table heir : model.schema().heirsOf(table)) {
                String name = drop.name().text();
                if (drop instanceof AlterTableAction.DropColumn) {
                    heir.column(name).ifPresent(own -> model.put(Tables.withColumn(heir, own.local(true))));
                } else {
                    heir.constraints()
                            .get(name)
                            .ifPresent(own -> model.put(Tables.withConstraint(heir, own.local(true))));
                }
            }
        }
    }

    private void pass(QualifiedName parent, Table before) {
        Table after = model.schema().table(parent).orElse(before);
        for (Table part : model.schema().partitionsOf(parent)) {
            pass(part, before, after, false);
        }
        for (Table heir : model.schema().inheritorsOf(parent)) {
            boolean tells = action instanceof AlterTableAction.Dropping && Parents.areKnown(heir, model.schema());
            if (!tells) {
                pass(heir, before, after, takesAway());
            } else if (!keeps(heir, (AlterTableAction.Dropping) action)) {
                pass(heir, before, after, false);
            }
        }
    }

    private void pass(Table child, Table before, Table after, boolean doubtful) {
        UnaryOperator<Table> change = change(child, before, after);
        if (change != null) {
            model.doubtingIf(doubtful, () -> model.change(child.name(), change));
            pass(child.name(), child);
        }
    }

    private boolean keeps(Table heir, AlterTableAction.Dropping drop) {
        String name = drop.name().text();
        if (drop instanceof AlterTableAction.DropColumn) {
            return heir.column(name).filter(Column::local).isPresent()
                    || Parents.haveColumn(heir, name, model.schema());
        }
        return heir.constraints()
                        .get(name)
                        .filter(constraint -> constraint.local() || !constraint.isPassedOn())
                        .isPresent()
                || Parents.haveConstraint(heir, name, model.schema());
    }

    private boolean takesAway() {
        return action instanceof AlterTableAction.Dropping
                || action instanceof AlterTableAction.DropNotNull
                || action instanceof AlterTableAction.AlterConstraint
                || (action instanceof AlterTableAction.AddConstraint add
                        && ConstraintCreation.kind(add.constraint()) == Kind.PRIMARY_KEY);
    }

    /** Returns what becomes of a child, or null where nothing does. */
    private @Nullable UnaryOperator<Table> change(Table child, Table before, Table after) {
        if (action instanceof AlterTableAction.AddColumn add) {
            Optional<Column> added = after.column(add.column().name().text());
            return added.isEmpty() || before.column(added.get().name()).isPresent()
                    ? null
                    : table -> withNew(TableChanges.inheriting(table, added.get()), before, after);
        }
        if (action instanceof AlterTableAction.DropColumn drop) {
            return table -> TableChanges.drop(table, drop, model);
        }
        if (action instanceof ColumnChange change && isInherited(change)) {
            return table -> TableChanges.changeColumn(table, change, model);
        }
        if (action instanceof AlterTableAction.AddConstraint) {
            return table -> withNew(table, before, after);
        }
        if (action instanceof AlterTableAction.DropConstraint drop) {
            Optional<String> own = own(drop.name().text(), child, before);
            return own.isEmpty() ? null : table -> TableChanges.dropConstraint(table, own.get(), model);
        }
        if (action instanceof AlterTableAction.AlterConstraint alter) {
            Boolean enforced = alter.attributes().enforced();
            Optional<TableConstraint> own =
                    own(alter.name().text(), child, before).flatMap(child.constraints()::get);
            return enforced == null || own.isEmpty()
                    ? UnaryOperator.identity()
                    : table -> Tables.withConstraint(table, own.get().enforced(enforced));
        }
        return action instanceof AlterTableAction.ValidateConstraint
                ? table -> TableChanges.changeConstraint(table, action, model)
                : null;
    }

    /** Returns the constraint of a child that comes with one of its parent: of that name, or as good as it. */
    private static Optional<String> own(String name, Table child, Table parent) {
        if (child.constraints().get(name).isPresent()) {
            return Optional.of(name);
        }
        return child.partitionOf() == null
                ? Optional.empty()
                : parent.constraints()
                        .get(name)
                        .flatMap(above -> child.constraints().all().stream()
                                .filter(above::isAlike)
                                .findFirst())
                        .map(TableConstraint::name);
    }

    private static boolean isInherited(ColumnChange change) {
        return change instanceof AlterTableAction.AlterColumnType
                || change instanceof AlterTableAction.SetNotNull
                || change instanceof AlterTableAction.DropNotNull
                || change instanceof AlterTableAction.SetDefault
                || change instanceof AlterTableAction.DropDefault
                || change instanceof AlterTableAction.DropExpression;
    }

    /** A key stays with its table, but for the {@code NOT NULL} that a primary one brings. */
    private static Table withNew(Table child, Table before, Table after) {
        Members<TableConstraint> constraints = child.constraints();
        for (String name : after.constraints().unsure()) {
            constraints = constraints.unsure(name);
        }
        Table changed = Tables.withConstraints(child, constraints);
        for (TableConstraint constraint : after.constraints().all()) {
            boolean isNew = before.constraints().get(constraint.name()).isEmpty();
            boolean inherited = constraint.kind() == Kind.CHECK || constraint.kind() == Kind.NOT_NULL;
            if (isNew
                    && inherited
                    && constraint.inherited()
                    && child.constraints().get(constraint.name()).isEmpty()) {
                changed = Tables.withConstraint(changed, constraint.local(false));
            }
        }
        for (Column column : after.columns().all()) {
            boolean became = column.notNull()
                    && !after.hasNotNullOfItsOwn(column.name())
                    && before.column(column.name()).map(old -> !old.notNull()).orElse(true);
            Column own = changed.column(column.name()).orElse(null);
            if (became && own != null) {
                changed = Tables.withColumn(changed, own.nullable(false));
            }
        }
        return changed;
    }
}
