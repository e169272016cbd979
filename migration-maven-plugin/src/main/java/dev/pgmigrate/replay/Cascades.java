package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Index;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.replay.SchemaObject.View;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.TypeName;
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

    /** Puts in doubt what names a type: defaults, checks, indexes and triggers may go with it, or mean another of that name. */
    static void mentions(String name, Model model) {
        for (SchemaObject.TableOrView relation : model.schema().relationsNaming(name)) {
            model.doubting(() -> model.put(relation));
            for (Index index : model.schema().indexesOf(relation.name())) {
                model.doubting(() -> model.put(index));
            }
        }
    }

    /** Drops the defaults, generated columns, checks and indexes that use a routine, a type or a sequence. */
    static void expressions(String name, Model model) {
        for (SchemaObject.TableOrView relation : model.schema().relationsNaming(name)) {
            model.schema().table(relation.name()).ifPresent(table -> expressions(table, name, model));
            for (Index index : model.schema().indexesOf(relation.name())) {
                if (index.expressions().stream().anyMatch(expression -> uses(expression, name))) {
                    model.doubting(() -> model.remove(ObjectKey.relation(index.name())));
                }
            }
        }
    }

    private static void expressions(Table table, String name, Model model) {
        for (Table.Column column : table.columns().all()) {
            if (uses(column.defaultValue(), name)) {
                model.doubting(() -> model.change(
                        table.name(),
                        t -> column.generated()
                                ? TableChanges.dropColumn(t, column.name(), model)
                                : Tables.withColumn(t, column.defaulting(null))));
            }
        }
        for (TableConstraint constraint : table.constraints().all()) {
            if (uses(constraint.expression(), name)) {
                model.doubting(() -> model.change(table.name(), t -> Tables.withoutConstraint(t, constraint.name())));
            }
        }
    }

    private static boolean uses(@Nullable Expression expression, String name) {
        return expression != null
                && Nodes.all(expression).stream()
                        .anyMatch(node -> (node instanceof FuncCall call && calls(call, name))
                                || (node instanceof TypeName type
                                        && type.name().last().text().equals(name)));
    }

    private static boolean calls(FuncCall call, String name) {
        return call.name().last().text().equals(name)
                || Constants.sequence(call)
                        .filter(sequence -> sequence.name().equals(name))
                        .isPresent();
    }

    /** Drops the defaults that take numbers from a sequence; that of a {@code serial} column always goes with its own. */
    static void defaults(SchemaObject.Sequence sequence, boolean cascade, Model model) {
        QualifiedName owner = sequence.owner();
        String owned = sequence.column();
        if (owner != null && owned != null) {
            model.schema()
                    .table(owner)
                    .flatMap(table -> table.column(owned))
                    .filter(Table.Column::serial)
                    .ifPresent(
                            column -> model.change(owner, table -> Tables.withColumn(table, column.defaulting(null))));
        }
        if (cascade) {
            expressions(sequence.name().name(), model);
        }
    }

    /** Drops the triggers that run a function. */
    static void triggers(QualifiedName function, Model model) {
        for (SchemaObject.TableOrView relation : model.schema().relationsNaming(function.name())) {
            for (Table.Trigger trigger : relation.triggers().all()) {
                if (trigger.function().equals(function)) {
                    model.changeWritable(
                            relation.name(), r -> r.withTriggers(r.triggers().without(trigger.name())));
                }
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
