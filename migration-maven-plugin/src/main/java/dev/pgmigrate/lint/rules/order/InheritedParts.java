package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Parents;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.Table.Column;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.ObjectStatement.Rename;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a table has from another, and can only change with it (manual, 5.11 "Inheritance" and 5.12.2.3 "Limitations"). */
final class InheritedParts {
    /** Before PostgreSQL 18 the {@code NOT NULL} of an inherited column could be dropped, but for partitions. */
    private static final int NOT_NULL_INHERITED = 18;

    private static final String AT_THE_PARENT = "Change the parent; the change comes to its children.";

    private final Table table;
    private final List<Table> parents;
    private final Refusals refusals;

    InheritedParts(Table table, Refusals refusals) {
        this.table = table;
        this.refusals = refusals;
        this.parents = Parents.of(table, refusals.schema());
    }

    /** Checks what the action does to a part that is inherited. */
    void check(AlterTableAction action, boolean only) {
        if (action instanceof AlterTableAction.DropColumn drop) {
            column(drop.name(), "dropped");
        } else if (action instanceof AlterTableAction.AlterColumnType change) {
            column(change.column(), "given another type");
            below(change.column(), "given another type");
            wholeRow(change);
        } else if (action instanceof AlterTableAction.AddColumn add && table.partitionOf() != null) {
            refusals.add(
                    add.range(),
                    SqlState.WRONG_OBJECT_TYPE,
                    "`" + table.name() + "` is a partition and has the columns of `" + table.partitionOf() + "`",
                    "Add the column to `" + table.partitionOf() + "`.");
        } else if (action instanceof AlterTableAction.DropConstraint drop) {
            constraint(drop.name(), "dropped");
            PartKeys.check(table, drop.name(), refusals);
        } else if (action instanceof AlterTableAction.DropNotNull drop) {
            dropNotNull(drop.column());
        } else if (action instanceof AlterTableAction.SetNotNull set) {
            refusals.addIf(
                    !only && table.hasNotNullOfItsOwn(set.column().text()),
                    set.range(),
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "`" + set.column().text() + "` of `" + table.name()
                            + "` is NOT NULL NO INHERIT, which SET NOT NULL does not change",
                    "Write ALTER CONSTRAINT … INHERIT.");
        }
    }

    /** The expression is read anew for each child, whose rows are of another type (tablecmds.c, ATPrepAlterColumnType). */
    private void wholeRow(AlterTableAction.AlterColumnType change) {
        if (change.using() == null || refusals.schema().heirsOf(table.name()).isEmpty()) {
            return;
        }
        String name = table.name().name();
        Nodes.of(Expression.ColumnRef.class, change.using())
                .filter(reference -> !reference.star()
                        && reference.names().size() == 1
                        && reference.names().get(0).text().equals(name)
                        && table.lacks(name))
                .forEach(reference -> refusals.add(
                        reference.range(),
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "USING reads a whole row of `" + name + "`, which has children",
                        "Name the columns that it needs."));
    }

    /** Checks a column that a statement changes. */
    void column(Name column, String what) {
        parent(column.text())
                .ifPresent(parent -> refuse(column, "comes from `" + parent.name() + "` and cannot be " + what));
    }

    private void refuse(Name part, String why) {
        refusals.add(
                part.range(),
                SqlState.INVALID_TABLE_DEFINITION,
                "`" + part.text() + "` of `" + table.name() + "` " + why,
                AT_THE_PARENT);
    }

    private Optional<Table> parent(String column) {
        return parents.stream()
                .filter(parent -> parent.columnPresence(column).isPresent())
                .findFirst();
    }

    /** Checks that no table below has the column from yet another parent. */
    void below(Name column, String what) {
        Map<QualifiedName, Table> heirs = new LinkedHashMap<>();
        addHeirs(table, column.text(), heirs);
        for (Table heir : heirs.values()) {
            for (Table parent : Parents.of(heir, refusals.schema())) {
                refusals.addIf(
                        !parent.name().equals(table.name())
                                && !heirs.containsKey(parent.name())
                                && parent.columnPresence(column.text()).isPresent(),
                        column.range(),
                        SqlState.INVALID_TABLE_DEFINITION,
                        "`" + heir.name() + "` has `" + column.text() + "` from `" + parent.name()
                                + "` as well, so that it cannot be " + what,
                        "Take one of the two parents from it first.");
            }
        }
    }

    private void addHeirs(Table of, String column, Map<QualifiedName, Table> heirs) {
        for (Table heir : refusals.schema().heirsOf(of.name())) {
            if (heir.columnPresence(column).isPresent() && heirs.put(heir.name(), heir) == null) {
                addHeirs(heir, column, heirs);
            }
        }
    }

    /** Checks a column or a constraint that a statement renames. */
    void renamed(Rename rename) {
        Name name = rename.object().name().last();
        boolean isColumn = rename.object().type() == ObjectType.COLUMN;
        boolean passedOn = isColumn
                || table.constraints()
                        .get(name.text())
                        .filter(TableConstraint::isPassedOn)
                        .isPresent();
        if (rename.only() && passedOn) {
            onlyHere(rename.range(), isColumn ? "columns" : "constraints");
        }
        if (isColumn) {
            column(name, "renamed");
            below(name, "renamed");
        } else {
            constraint(name, "renamed");
        }
    }

    /** Checks a constraint that a statement changes. */
    void constraint(Name constraint, String what) {
        Optional<TableConstraint> own = table.constraints().get(constraint.text());
        for (Table parent : parents) {
            parent.constraints()
                    .get(constraint.text())
                    .filter(above -> above.isPassedOn()
                            && own.filter(known -> known.kind() == above.kind()).isPresent())
                    .ifPresent(above -> refuse(constraint, "comes from `" + parent.name() + "` and cannot be " + what));
        }
    }

    private void dropNotNull(Name column) {
        boolean inherited = table.partitionOf() != null
                || (refusals.context().target().isAtLeast(NOT_NULL_INHERITED)
                        && table.column(column.text()).filter(Column::notNull).isPresent());
        for (Table parent : parents) {
            refusals.addIf(
                    inherited
                            && !parent.hasNotNullOfItsOwn(column.text())
                            && parent.column(column.text())
                                    .filter(Column::notNull)
                                    .isPresent(),
                    column.range(),
                    SqlState.INVALID_TABLE_DEFINITION,
                    "`" + column.text() + "` of `" + table.name() + "` is NOT NULL in `" + parent.name() + "`",
                    AT_THE_PARENT);
        }
    }

    /** Checks what {@code ONLY} would keep from the children. */
    void only(AlterTableAction action) {
        if (action instanceof AlterTableAction.AddConstraint add
                && add.constraint() instanceof Constraint.Check check
                && !check.attributes().noInherit()) {
            onlyHere(action.range(), "checks");
        } else if (action instanceof AlterTableAction.AddColumn
                || action instanceof AlterTableAction.AlterColumnType
                || (action instanceof AlterTableAction.DropColumn && table.isPartitioned())) {
            onlyHere(action.range(), "columns");
        } else if (table.isPartitioned() && partsWithNotNull(action)) {
            onlyHere(action.range(), "constraints");
        }
    }

    /** Before PostgreSQL 18 not even a drop could leave out the partitions. */
    private boolean partsWithNotNull(AlterTableAction action) {
        boolean isNew = refusals.context().target().isAtLeast(NOT_NULL_INHERITED);
        if (action instanceof AlterTableAction.DropConstraint drop) {
            return !isNew
                    && table.constraints()
                            .get(drop.name().text())
                            .filter(TableConstraint::isPassedOn)
                            .isPresent();
        }
        if (action instanceof AlterTableAction.DropNotNull drop) {
            return !isNew && isNotNull(table, drop.column());
        }
        return action instanceof AlterTableAction.SetNotNull set
                && table.column(set.column().text()).isPresent()
                && !isNotNull(table, set.column())
                && (isNew
                        || refusals.schema().partitionsOf(table.name()).stream()
                                .anyMatch(part -> !isNotNull(part, set.column())));
    }

    private static boolean isNotNull(Table table, Name column) {
        return table.column(column.text()).filter(Column::notNull).isPresent();
    }

    private void onlyHere(SourceRange at, String what) {
        refusals.addIf(
                !refusals.schema().heirsOf(table.name()).isEmpty(),
                at,
                SqlState.INVALID_TABLE_DEFINITION,
                "`" + table.name() + "` has children, which have to have the same " + what,
                "Leave out ONLY.");
    }
}
