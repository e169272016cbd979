package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Constants;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.replay.SchemaObject.View;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FromItem.RangeVar;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What depends on an object, so that the server refuses to drop it without {@code CASCADE} (PostgreSQL manual, 5.15). */
public final class Dependents {
    private static final Pattern OF_AGGREGATES =
            Pattern.compile("m?s(func|func1|func2)|m?finalfunc|combinefunc|(de)?serialfunc|minvfunc");

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
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE -> dependents.routine(schema.routines(name));
            case SEQUENCE -> dependents.sequence(schema.resolve(name));
            case SCHEMA -> dependents.inSchema(name.name());
            case COLLATION ->
                schema.others(ObjectType.COLLATION).stream()
                        .map(SchemaObject.Other::name)
                        .filter(collation -> isNamed(name, collation))
                        .findFirst()
                        .ifPresent(dependents::collation);
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
        for (Table heir : schema.heirsOf(name)) {
            if (heir.parents().contains(name) && !goes(heir, going)) {
                add("table", heir.name(), heir.name());
            }
        }
        schema.routinesOver(name).forEach(this::routine);
        routinesKeeping(name.name(), node -> isRead(node, name));
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
        return any(expression, node -> isRead(node, name));
    }

    private boolean isRead(Node node, QualifiedName relation) {
        return node instanceof RangeVar table && schema.resolve(table.name()).equals(relation);
    }

    private void type(QualifiedName type) {
        for (Table table : schema.tables()) {
            for (Table.Column column : table.columns().all()) {
                if (isOf(column.type(), type)) {
                    part("column", column.name(), table);
                }
            }
        }
        for (SchemaObject.Type domain : schema.types()) {
            if (isOf(domain.base().orElse(null), type)) {
                found.add(new Dependent(
                        "domain `" + domain.name() + "`", null, domain.name().name()));
            }
        }
        schema.routinesOver(type).forEach(this::routine);
        naming(type.name(), node -> node instanceof TypeName written && isOf(ColumnType.of(written), type));
    }

    private void collation(QualifiedName collation) {
        for (SchemaObject.TableOrView relation : schema.relationsNaming(collation.name())) {
            if (relation instanceof Table table) {
                for (Table.Column column : table.columns().all()) {
                    if (column.collation() != null && isNamed(column.collation(), collation)) {
                        part("column", column.name(), table);
                    }
                }
                for (SchemaObject.Index index : schema.indexesOf(table.name())) {
                    if (index.elements().stream()
                            .anyMatch(element -> element.collation() != null
                                    && isNamed(element.collation().qualified(), collation))) {
                        part("index", index.name().name(), table);
                    }
                }
            }
        }
        naming(
                collation.name(),
                node -> node instanceof Expression.CollateClause clause
                        && isNamed(clause.collation().qualified(), collation));
    }

    private static boolean isNamed(QualifiedName written, QualifiedName meant) {
        return written.name().equals(meant.name()) && (written.schemaOrNull() == null || written.equals(meant));
    }

    private void sequence(QualifiedName sequence) {
        naming(
                sequence.name(),
                node -> node instanceof FuncCall call
                        && Constants.sequence(call)
                                .filter(named -> schema.resolve(named).equals(sequence))
                                .isPresent());
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
        naming(name.name(), node -> isCalled(node, name));
    }

    /** Adds what has {@code used} in the trees that the server keeps of it. */
    private void naming(String name, Predicate<Node> used) {
        for (SchemaObject.TableOrView relation : schema.relationsNaming(name)) {
            for (Table.Trigger trigger : relation.triggers().all()) {
                if (any(trigger.definition().when(), used)) {
                    part("trigger", trigger.name(), relation);
                }
            }
            if (relation instanceof Table table) {
                partsNaming(table, used);
            } else if (relation instanceof View view && any(view.query(), used)) {
                add("view", view.name(), view.name());
            }
        }
        routinesKeeping(name, used);
    }

    /** A generated column goes with what it is made from. */
    private void partsNaming(Table table, Predicate<Node> used) {
        for (Table.Policy policy : table.policies().all()) {
            if (policy.conditions().stream().anyMatch(condition -> any(condition, used))) {
                part("policy", policy.name(), table);
            }
        }
        for (Table.Column column : table.columns().all()) {
            if (!column.generated() && any(column.defaultValue(), used)) {
                part("default of column", column.name(), table);
            }
        }
        for (TableConstraint constraint : table.constraints().all()) {
            if (any(constraint.expression(), used)) {
                part("constraint", constraint.name(), table);
            }
        }
        for (SchemaObject.Index index : schema.indexesOf(table.name())) {
            if (index.expressions().stream().anyMatch(expression -> any(expression, used))) {
                part("index", index.name().name(), table);
            }
        }
        if (any(table.partitionBy(), used)) {
            found.add(new Dependent(
                    "partition key of `" + table.name() + "`",
                    table.name(),
                    table.name().name()));
        }
    }

    private void routinesKeeping(String name, Predicate<Node> used) {
        for (Routine routine : schema.routinesNaming(name)) {
            if (routine.kept().stream().anyMatch(tree -> any(tree, used))) {
                routine(routine);
            }
        }
    }

    private static boolean any(@Nullable Node root, Predicate<Node> used) {
        if (root != null) {
            for (Node node : Nodes.all(root)) {
                if (used.test(node)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** An aggregate names its functions without arguments (manual, CREATE AGGREGATE). */
    private static boolean isCalled(Node node, QualifiedName routine) {
        if (node instanceof DefElem option) {
            return OF_AGGREGATES.matcher(option.name().text()).matches()
                    && isNamed(option.typeName().name().qualified(), routine);
        }
        return node instanceof FuncCall call && isNamed(call.name().qualified(), routine);
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
        } else if (index.unique() && index.where() == null) {
            keysResting(index);
        }
    }

    /** Where two unique indexes have the same columns, a foreign key may rest on the other. */
    private void keysResting(SchemaObject.Index index) {
        Set<String> columns = Set.copyOf(index.leadingColumns());
        boolean alone = columns.size() == index.elements().size()
                && schema.indexesOf(index.table()).stream()
                        .noneMatch(other -> other.unique()
                                && !other.name().equals(index.name())
                                && columns.equals(Set.copyOf(other.leadingColumns())));
        for (Table user : alone ? schema.tablesReferencing(index.table()) : List.<Table>of()) {
            for (TableConstraint constraint : user.constraints().all()) {
                if (index.table().equals(constraint.referenced())
                        && columns.equals(Set.copyOf(constraint.referencedColumns()))) {
                    part("foreign key", constraint.name(), user);
                }
            }
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
