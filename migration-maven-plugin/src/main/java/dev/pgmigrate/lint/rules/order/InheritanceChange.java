package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction.Inherit;
import dev.pgmigrate.sql.ast.ObjectName;

/** Whether a table can get a parent, or lose one (manual, ALTER TABLE, "INHERIT parent_table"). */
final class InheritanceChange {
    private final Table table;

    /** Whether the statement changes more parents, of which this may be one. */
    private final boolean several;

    private final Refusals refusals;

    InheritanceChange(Table table, boolean several, Refusals refusals) {
        this.table = table;
        this.several = several;
        this.refusals = refusals;
    }

    void check(Inherit change) {
        ObjectName at = change.parent();
        refusals.addIf(
                table.partitionOf() != null,
                at.range(),
                SqlState.WRONG_OBJECT_TYPE,
                "`" + table.name() + "` is a partition and cannot inherit",
                "Detach it first.");
        Table parent = refusals.schema().table(at).orElse(null);
        if (parent == null || (change.add() && table.isPartitioned())) {
            return;
        }
        if (change.add()) {
            add(at, parent);
        } else {
            refusals.addIf(
                    table.created() && !several && !table.parents().contains(parent.name()),
                    at.range(),
                    SqlState.UNDEFINED_TABLE,
                    "`" + table.name() + "` does not inherit from `" + parent.name() + "`",
                    "Name a parent that it has, or leave it out.");
        }
    }

    private void add(ObjectName at, Table parent) {
        NewChild.place(at, parent, table.temporary(), refusals);
        refusals.addIf(
                !several && table.parents().contains(parent.name()),
                at.range(),
                SqlState.DUPLICATE_TABLE,
                "`" + table.name() + "` inherits from `" + parent.name() + "` already",
                "Leave it out.");
        refusals.addIf(
                table.name().equals(parent.name()) || isBelow(parent, table),
                at.range(),
                SqlState.DUPLICATE_TABLE,
                "`" + table.name() + "` would inherit from `" + parent.name() + "`, and so from itself",
                "Leave it out.");
        ParentMatch.check(parent, table, at, refusals);
    }

    private boolean isBelow(Table one, Table other) {
        return one.parents().stream()
                .anyMatch(above -> above.equals(other.name())
                        || refusals.schema()
                                .table(above)
                                .filter(known -> isBelow(known, other))
                                .isPresent());
    }
}
