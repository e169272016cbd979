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
}
