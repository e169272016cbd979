package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** What stands above a table: the one that it is a partition of, and those that it inherits from (manual, 5.11 "Inheritance"). */
public final class Parents {
    private Parents() {}

    /** Returns those of which something is known. */
    public static List<Table> of(Table table, Schema schema) {
        List<Table> parents = new ArrayList<>();
        for (QualifiedName name : names(table)) {
            schema.table(name).ifPresent(parents::add);
        }
        return parents;
    }

    private static List<QualifiedName> names(Table table) {
        List<QualifiedName> names = new ArrayList<>(table.parents());
        if (table.partitionOf() != null) {
            names.add(table.partitionOf());
        }
        return names;
    }

    /** Returns whether the files show a table and all its parents whole. */
    static boolean areKnown(Table table, Schema schema) {
        List<Table> parents = of(table, schema);
        return table.created()
                && parents.size() == names(table).size()
                && parents.stream().allMatch(parent -> parent.created() && parent.columnsKnown());
    }

    static boolean haveColumn(Table table, String column, Schema schema) {
        return of(table, schema).stream()
                .anyMatch(parent -> parent.columnPresence(column).isPresent());
    }

    /** Returns whether a parent has a constraint that its children have as well. */
    static boolean haveConstraint(Table table, String constraint, Schema schema) {
        return of(table, schema).stream()
                .anyMatch(parent -> parent.constraints()
                        .get(constraint)
                        .filter(TableConstraint::isPassedOn)
                        .isPresent());
    }

    /** Returns a table that keeps as its own what no parent has any more (pg_attribute.attislocal, pg_constraint.conislocal). */
    static Table alone(Table table, Schema schema) {
        Table changed = table;
        for (Table.Column column : table.columns().all()) {
            changed = column.local() || haveColumn(table, column.name(), schema)
                    ? changed
                    : Tables.withColumn(changed, column.local(true));
        }
        for (TableConstraint constraint : table.constraints().all()) {
            changed = constraint.local() || haveConstraint(table, constraint.name(), schema)
                    ? changed
                    : Tables.withConstraint(changed, constraint.local(true));
        }
        return changed;
    }

    /** Returns a new partition: nothing that its parent has is its own. */
    static Table joined(Table part, Table parent) {
        Table changed = part;
        for (Table.Column column : part.columns().all()) {
            changed = Tables.withColumn(changed, column.local(false));
        }
        for (TableConstraint constraint : part.constraints().all()) {
            boolean common = constraint.isPassedOn()
                    && parent.constraints().get(constraint.name()).isPresent();
            changed = common ? Tables.withConstraint(changed, constraint.local(false)) : changed;
        }
        return changed;
    }
}
