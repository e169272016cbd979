package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.replay.SchemaObject.View;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FromItem.RangeVar;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.ObjectReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What depends on an object, so that the server refuses to drop it without {@code CASCADE} (PostgreSQL manual, 5.15). */
public final class Dependents {
    private final Schema schema;
    private final List<Dependent> found = new ArrayList<>();

    private Dependents(Schema schema) {
        this.schema = schema;
    }

    /**
     * Something that depends on something else.
     *
     * @param words what it is, {@code view `public.names`}
     * @param relation the table or view that it is or belongs to; null for a routine
     * @param name its own name
     */
    public record Dependent(String words, @Nullable QualifiedName relation, String name) {}

    /** Returns what depends on {@code object}, apart from {@code going}, which the same statement drops. */
    public static List<Dependent> of(ObjectReference object, Set<QualifiedName> going, Schema schema) {
        Dependents dependents = new Dependents(schema);
        QualifiedName name = object.name().qualified();
        switch (object.type()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> dependents.relation(schema.resolve(name), going);
            case TYPE, DOMAIN -> schema.type(name).ifPresent(type -> dependents.type(type.name()));
            case FUNCTION, PROCEDURE, ROUTINE -> dependents.routine(schema.routines(name));
            case SCHEMA -> dependents.inSchema(name.name());
            case INDEX -> schema.index(name).ifPresent(dependents::index);
            default -> {}
        }
        return dependents.found;
    }

    private void relation(QualifiedName name, Set<QualifiedName> going) {
        if (schema.relation(name).isEmpty()) {
            return;
        }
        for (View view : schema.viewsUsing(name)) {
            if (!going.contains(view.name())) {
                add("view", view.name(), view.name());
            }
        }
        for (Table user : schema.tablesReferencing(name)) {
            for (TableConstraint constraint : user.constraints().all()) {
                if (name.equals(constraint.referenced()) && !goes(user, going)) {
                    part("foreign key", constraint.name(), user);
                }
            }
        }
        schema.routinesOver(name).forEach(this::routine);
        policiesReading(name, going);
    }

    /** A partition goes with the table that it is a part of. */
    private boolean goes(Table table, Set<QualifiedName> going) {
        Table current = table;
        while (!going.contains(current.name())) {
            QualifiedName parent = current.partitionOf();
            Optional<Table> above = parent == null ? Optional.empty() : schema.table(parent);
            if (above.isEmpty()) {
                return false;
            }
            current = above.get();
        }
        return true;
    }

    private void policiesReading(QualifiedName name, Set<QualifiedName> going) {
        for (Table table : schema.tablesWithPoliciesNaming(name.name())) {
            if (table.name().equals(name) || going.contains(table.name())) {
                continue;
            }
            for (Table.Policy policy : table.policies().all()) {
                if (policy.conditions().stream().anyMatch(condition -> reads(condition, name))) {
                    part("policy", policy.name(), table);
                }
            }
        }
    }

    private boolean reads(Expression expression, QualifiedName name) {
        for (Node node : Nodes.all(expression)) {
            if (node instanceof RangeVar table && schema.resolve(table.name()).equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void type(QualifiedName type) {
        for (Table table : schema.tables()) {
            for (Table.Column column : table.columns().all()) {
                if (isOf(column.type(), type)) {
                    part("column", column.name(), table);
                }
            }
        }
        schema.routinesOver(type).forEach(this::routine);
    }

    private static boolean isOf(@Nullable ColumnType column, QualifiedName type) {
        return column != null
                && column.name().name().equals(type.name())
                && (column.name().schemaOrNull() == null
                        || column.name().schemaOrNull().equals(type.schemaOrNull()));
    }

    /** A name with several signatures is left alone: which of them is called does not show. */
    private void routine(List<Routine> overloads) {
        if (overloads.size() != 1) {
            return;
        }
        QualifiedName name = overloads.get(0).name();
        List<SchemaObject.TableOrView> naming = schema.relationsNaming(name.name());
        for (SchemaObject.TableOrView relation : naming) {
            for (Table.Trigger trigger : relation.triggers().all()) {
                if (trigger.function().equals(name)) {
                    part("trigger", trigger.name(), relation);
                }
            }
        }
        for (SchemaObject.TableOrView relation : naming) {
            if (relation instanceof Table table) {
                partsCalling(name, table);
            } else if (relation instanceof View view && calls(view.query(), name)) {
                add("view", view.name(), view.name());
            }
        }
    }

    private void partsCalling(QualifiedName name, Table table) {
        for (Table.Policy policy : table.policies().all()) {
            if (policy.conditions().stream().anyMatch(condition -> calls(condition, name))) {
                part("policy", policy.name(), table);
            }
        }
        for (Table.Column column : table.columns().all()) {
            if (!column.generated() && calls(column.defaultValue(), name)) {
                part("default of column", column.name(), table);
            }
        }
    }

    private static boolean calls(@Nullable Node root, QualifiedName routine) {
        if (root == null) {
            return false;
        }
        for (Node node : Nodes.all(root)) {
            if (node instanceof FuncCall call) {
                QualifiedName called = call.name().qualified();
                if (called.name().equals(routine.name()) && (called.schemaOrNull() == null || called.equals(routine))) {
                    return true;
                }
            }
        }
        return false;
    }

    private void inSchema(String name) {
        for (Table table : schema.tables()) {
            if (table.created() && name.equals(table.name().schemaOrNull())) {
                add("table", table.name(), table.name());
            }
        }
        for (View view : schema.views()) {
            if (name.equals(view.name().schemaOrNull())) {
                add("view", view.name(), view.name());
            }
        }
        for (Routine routine : schema.routines()) {
            if (name.equals(routine.name().schemaOrNull())) {
                routine(routine);
            }
        }
    }

    private void index(SchemaObject.Index index) {
        if (index.constraint() != null) {
            found.add(new Dependent(
                    "constraint `" + index.constraint() + "` of `" + index.table() + "`",
                    index.table(),
                    index.constraint()));
        }
    }

    private void add(String kind, QualifiedName shown, QualifiedName relation) {
        found.add(new Dependent(kind + " `" + shown + "`", relation, relation.name()));
    }

    private void part(String kind, String name, SchemaObject.TableOrView relation) {
        found.add(new Dependent(kind + " `" + name + "` on `" + relation.name() + "`", relation.name(), name));
    }

    private void routine(Routine routine) {
        String shown = routine.name() + "(" + routine.signature().replace(",", ", ") + ")";
        found.add(new Dependent(
                routine.kind().words() + " `" + shown + "`",
                null,
                routine.name().name()));
    }
}
