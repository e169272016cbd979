package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.Table.Column;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.TableStatement.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a table has from another, and can only change with it (manual, 5.11 "Inheritance" and 5.12.2.3 "Limitations"). */
final class InheritedParts {
    private static final String AT_THE_PARENT = "Change the parent; the change comes to its children.";

    private final Table table;
    private final List<Table> parents = new ArrayList<>();
    private final Refusals refusals;

    InheritedParts(Table table, Refusals refusals) {
        this.table = table;
        this.refusals = refusals;
        QualifiedName whole = table.partitionOf();
        if (whole != null) {
            refusals.schema().table(whole).ifPresent(parents::add);
        }
        table.parents().forEach(parent -> refusals.schema().table(parent).ifPresent(parents::add));
    }

    /** Checks what the action does to a part that is inherited. */
    void check(AlterTableAction action) {
        if (action instanceof AlterTableAction.DropColumn drop) {
            column(drop.name(), "dropped");
        } else if (action instanceof AlterTableAction.AlterColumnType change) {
            column(change.column(), "given another type");
        } else if (action instanceof AlterTableAction.AddColumn add && table.partitionOf() != null) {
            refusals.add(
                    add.range(),
                    SqlState.WRONG_OBJECT_TYPE,
                    "`" + table.name() + "` is a partition and has the columns of `" + table.partitionOf() + "`",
                    "Add the column to `" + table.partitionOf() + "`.");
        } else if (action instanceof AlterTableAction.DropConstraint drop) {
            dropCheck(drop);
        } else if (action instanceof AlterTableAction.DropNotNull drop && table.partitionOf() != null) {
            parent(drop.column().text())
                    .filter(parent -> parent.column(drop.column().text())
                            .filter(Column::notNull)
                            .isPresent())
                    .ifPresent(parent -> refuse(drop.column(), "is NOT NULL in `" + parent.name() + "`"));
        } else if (action instanceof AlterTableAction.Inherit inherit && inherit.add()) {
            inherit(inherit);
        }
    }

    /** Checks a column that {@code ALTER TABLE} changes. */
    void column(Name column, String what) {
        parent(column.text())
                .ifPresent(parent -> refuse(column, "comes from `" + parent.name() + "` and cannot be " + what));
    }

    private void refuse(Name column, String why) {
        refusals.add(
                column.range(),
                SqlState.INVALID_TABLE_DEFINITION,
                "`" + column.text() + "` of `" + table.name() + "` " + why,
                AT_THE_PARENT);
    }

    private Optional<Table> parent(String column) {
        return parents.stream()
                .filter(parent -> parent.columnPresence(column).isPresent())
                .findFirst();
    }

    private void dropCheck(AlterTableAction.DropConstraint drop) {
        String name = drop.name().text();
        boolean own = table.constraints()
                .get(name)
                .filter(constraint -> constraint.kind() == TableConstraint.Kind.CHECK)
                .isPresent();
        for (Table parent : parents) {
            parent.constraints()
                    .get(name)
                    .filter(constraint ->
                            own && constraint.kind() == TableConstraint.Kind.CHECK && constraint.inherited())
                    .ifPresent(constraint -> refuse(drop.name(), "comes from `" + parent.name() + "`"));
        }
    }

    /** Checks what {@code ONLY} would keep from the children. */
    void only(AlterTableAction action) {
        boolean isCheck = action instanceof AlterTableAction.AddConstraint add
                && add.constraint() instanceof Constraint.Check check
                && !check.attributes().noInherit();
        boolean isColumn = action instanceof AlterTableAction.AddColumn
                || action instanceof AlterTableAction.AlterColumnType
                || (action instanceof AlterTableAction.DropColumn && table.isPartitioned());
        if ((isCheck || isColumn) && !refusals.schema().heirsOf(table.name()).isEmpty()) {
            refusals.add(
                    action.range(),
                    SqlState.INVALID_TABLE_DEFINITION,
                    "`" + table.name() + "` has children, which have to have the same "
                            + (isCheck ? "checks" : "columns"),
                    "Leave out ONLY.");
        }
    }

    private void inherit(AlterTableAction.Inherit inherit) {
        Table parent = refusals.schema().table(inherit.parent()).orElse(null);
        if (parent == null || table.isPartitioned()) {
            return;
        }
        ObjectName at = inherit.parent();
        refusals.addIf(
                table.partitionOf() != null,
                at.range(),
                SqlState.WRONG_OBJECT_TYPE,
                "`" + table.name() + "` is a partition and cannot inherit",
                "Detach it first.");
        place(at, parent, table.temporary(), refusals);
        refusals.addIf(
                table.name().equals(parent.name()) || isBelow(parent, table),
                at.range(),
                SqlState.DUPLICATE_TABLE,
                "`" + table.name() + "` would inherit from `" + parent.name() + "`, and so from itself",
                "Leave it out.");
        for (Column column : parent.columns().all()) {
            Column own = table.column(column.name()).orElse(null);
            boolean lacks = table.lacks(column.name());
            refusals.addIf(
                    lacks
                            || (own != null
                                    && own.type() != null
                                    && column.type() != null
                                    && isOther(own.type(), column.type())),
                    at.range(),
                    SqlState.DATATYPE_MISMATCH,
                    "`" + table.name() + "` does not have the column `" + column.name() + "` of `" + parent.name()
                            + "`",
                    "Give it the columns of its parent first.");
        }
    }

    private boolean isBelow(Table one, Table other) {
        return one.parents().stream()
                .anyMatch(above -> above.equals(other.name())
                        || refusals.schema()
                                .table(above)
                                .filter(known -> isBelow(known, other))
                                .isPresent());
    }

    /** Checks a new table below {@code known}. */
    static void create(Definition create, ObjectName parent, Table known, Refusals refusals) {
        place(parent, known, create.temporary(), refusals);
        for (ColumnDef column : create.columns()) {
            Column above = known.column(column.name().text()).orElse(null);
            boolean other = above != null
                    && column.type() != null
                    && above.type() != null
                    && isOther(ColumnType.of(column.type()).withoutSerial(), above.type());
            refusals.addIf(
                    other,
                    column.range(),
                    SqlState.DATATYPE_MISMATCH,
                    "`" + column.name().text() + "` has another type in `" + parent + "`",
                    "Leave the column out, or give it the type that it has there.");
        }
    }

    private static void place(ObjectName at, Table parent, boolean temporary, Refusals refusals) {
        refusals.addIf(
                parent.isPartitioned() || parent.partitionOf() != null,
                at.range(),
                SqlState.WRONG_OBJECT_TYPE,
                "`" + at + "` is " + (parent.isPartitioned() ? "partitioned" : "a partition")
                        + ", and nothing inherits from it",
                "Create a partition of it, or a table of its own.");
        refusals.addIf(
                parent.temporary() && !temporary,
                at.range(),
                SqlState.WRONG_OBJECT_TYPE,
                "`" + at + "` is temporary, and its child would stay",
                "Make both or neither temporary.");
    }

    /** A name with a schema may be the same type as one without. */
    static boolean isOther(ColumnType own, ColumnType other) {
        return own.name().schemaOrNull() == null && other.name().schemaOrNull() == null && !own.equals(other);
    }
}
