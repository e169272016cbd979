package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.replay.SchemaObject.View;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionBody;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /** Drops the policies whose conditions call a function. */
    static void policies(String function, Model model) {
        for (Table table : model.schema().tables()) {
            for (Table.Policy policy : table.policies().all()) {
                if (names(policy.using(), function) || names(policy.check(), function)) {
                    model.doubting(() -> model.change(
                            table.name(),
                            t -> Tables.withPolicies(t, t.policies().without(policy.name()))));
                }
            }
        }
    }

    /** Drops the policies of other tables whose conditions read a relation. */
    static void readers(QualifiedName relation, Model model) {
        for (Table table : model.schema().tables()) {
            for (Table.Policy policy : table.policies().all()) {
                if (names(policy.using(), relation.name()) || names(policy.check(), relation.name())) {
                    model.doubting(() -> model.change(
                            table.name(),
                            t -> Tables.withPolicies(t, t.policies().without(policy.name()))));
                }
            }
        }
    }

    /** Drops the routines that take or give a type, or a row of a relation. */
    static void routines(QualifiedName type, Model model) {
        for (Routine routine : model.schema().routines()) {
            if (RoutineTypes.mention(routine, type)) {
                model.remove(ObjectKey.routine(routine.name(), routine.signature()));
            }
        }
    }

    private static boolean names(@Nullable Expression expression, String name) {
        return expression != null && names(expression, name, false);
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
        for (Routine routine : model.schema().routines()) {
            if (routine.definition() instanceof CreateFunction function && keeps(function, name)) {
                model.doubting(() -> model.remove(ObjectKey.routine(routine.name(), routine.signature())));
                if (!routine.name().name().equals(name)) {
                    bodies(routine.name().name(), model);
                }
            }
        }
    }

    private static boolean keeps(CreateFunction function, String name) {
        FunctionBody body = function.body();
        boolean inBody = body != null && !(body instanceof FunctionBody.Source) && names(body, name, false);
        return inBody || function.parameters().stream().anyMatch(parameter -> names(parameter.defaultValue(), name));
    }
}
