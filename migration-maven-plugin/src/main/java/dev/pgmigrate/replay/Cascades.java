package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.replay.SchemaObject.View;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Replays what {@code CASCADE} takes with it. Where only a name tells that something is used, it is in doubt whether that goes. */
final class Cascades {
    private Cascades() {}

    /** Drops the views that name a function, a type or a column. */
    static void views(String name, List<View> candidates, Model model) {
        for (View view : candidates) {
            if (view.query() != null && names(view.query(), name, true)) {
                model.doubting(() -> model.dropRelation(view.name(), true));
            }
        }
    }

    /** Drops the policies whose conditions call a function, or read a relation. */
    static void policies(String name, Model model) {
        for (Table table : model.schema().tablesWithPoliciesNaming(name)) {
            for (Table.Policy policy : table.policies().all()) {
                if (policy.conditions().stream().anyMatch(condition -> names(condition, name, false))) {
                    model.doubting(() -> model.change(
                            table.name(),
                            t -> Tables.withPolicies(t, t.policies().without(policy.name()))));
                }
            }
        }
    }

    /** Drops the defaults, checks, indexes and triggers that name a type: what they name more may be another of that name. */
    static void expressions(String name, Model model) {
        for (SchemaObject.TableOrView relation : model.schema().relationsNaming(name)) {
            model.doubting(() -> model.put(relation));
            for (SchemaObject.Index index : model.schema().indexesOf(relation.name())) {
                model.doubting(() -> model.put(index));
            }
        }
    }

    /** Drops the routines that take or give a type, or a row of a relation. */
    static void routines(QualifiedName type, Model model) {
        for (Routine routine : model.schema().routinesOver(type)) {
            model.remove(ObjectKey.routine(routine.name(), routine.signature()));
        }
    }

    private static boolean names(Node root, String name, boolean stars) {
        for (Iterator<Node> nodes = Nodes.preOrder(root).iterator(); nodes.hasNext(); ) {
            Node node = nodes.next();
            if (node instanceof Name written && written.text().equals(name)) {
                return true;
            }
            if (stars && node instanceof Expression.ColumnRef reference && reference.star()) {
                return true;
            }
        }
        return false;
    }

    /** Drops the foreign keys of other tables that refer to a key; another one over the same columns may be meant. */
    static void references(Table table, TableConstraint key, Model model) {
        Set<String> columns = Set.copyOf(key.columns());
        boolean other = table.constraints().all().stream()
                .anyMatch(one -> one.hasIndex()
                        && !one.name().equals(key.name())
                        && Set.copyOf(one.columns()).equals(columns));
        for (Table user : model.schema().tablesReferencing(table.name())) {
            for (TableConstraint constraint : user.constraints().all()) {
                boolean refers = table.name().equals(constraint.referenced())
                        && (constraint.referencedColumns().isEmpty()
                                ? key.kind() == TableConstraint.Kind.PRIMARY_KEY
                                : Set.copyOf(constraint.referencedColumns()).equals(columns));
                if (refers && !user.name().equals(table.name())) {
                    model.doubtingIf(
                            other,
                            () -> model.change(user.name(), t -> Tables.withoutConstraint(t, constraint.name())));
                }
            }
        }
    }

    /** Drops the routines that name something in a body that is kept as it was read, {@code BEGIN ATOMIC}, or in a default. */
    static void bodies(String name, Model model) {
        for (Routine routine : model.schema().routinesNaming(name)) {
            model.doubting(() -> model.remove(ObjectKey.routine(routine.name(), routine.signature())));
            if (!routine.name().name().equals(name)) {
                bodies(routine.name().name(), model);
            }
        }
    }
}
