package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds what keeps an object from being dropped (PostgreSQL manual, 5.15 "Dependency Tracking"). */
public final class DropDependents {
    private DropDependents() {}

    /** Returns the tables and views that refer to {@code object}, are made of it or run it in a trigger. */
    public static List<QualifiedName> of(ObjectReference object, Schema schema) {
        QualifiedName name = schema.resolve(object.name());
        List<QualifiedName> found = new ArrayList<>();
        switch (object.type()) {
            case TABLE, VIEW, MATERIALIZED_VIEW -> {
                schema.viewsUsing(name).forEach(view -> found.add(view.name()));
                schema.tablesReferencing(name).forEach(table -> found.add(table.name()));
                found.remove(name);
            }
            case TYPE, DOMAIN ->
                addTables(
                        found,
                        schema,
                        table -> table.columns().all().stream()
                                .map(Table.Column::type)
                                .anyMatch(type -> type != null && isSame(type.name(), object.name())));
            case FUNCTION ->
                addTables(
                        found,
                        schema,
                        table -> table.triggers().all().stream()
                                .anyMatch(trigger -> isSame(trigger.function(), object.name())));
            default -> {}
        }
        return found;
    }

    private static void addTables(List<QualifiedName> found, Schema schema, Predicate<Table> depends) {
        schema.tables().stream().filter(depends).map(Table::name).forEach(found::add);
    }

    private static boolean isSame(QualifiedName name, ObjectName other) {
        Name schema = other.schema();
        return name.name().equals(other.last().text())
                && (schema == null
                        || name.schema().isEmpty()
                        || name.schema().get().equals(schema.text()));
    }
}
