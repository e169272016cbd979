package dev.pgmigrate.effect;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Members;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject.Index;
import dev.pgmigrate.replay.SchemaObject.Relation;
import dev.pgmigrate.replay.SchemaObject.View;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.DropStatement.Drop;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.RoleStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The effects on what goes along with what a statement drops: by {@code CASCADE}, with a column, with a key. Whatever loses a
 * part is locked as if it were dropped itself (dependency.c, {@code AcquireDeletionLock}), and so is the table that a lost
 * foreign key refers to, on which triggers are lost.
 */
final class LossEffects {
    private final Effects effects;
    private final Schema before;
    private final Schema after;
    private final SourceRange range;
    private final Map<QualifiedName, Relation> changed = new LinkedHashMap<>();

    private LossEffects(Step step, Effects effects) {
        this.effects = effects;
        this.before = step.before();
        this.after = step.after();
        this.range = step.statement().range();
        before.changedUntil(after).forEach(relation -> changed.put(relation.name(), relation));
    }

    static void add(Step step, Effects effects) {
        if (takesAlong(step.statement())) {
            LossEffects adder = new LossEffects(step, effects);
            adder.changed.values().forEach(adder::add);
        }
    }

    private static boolean takesAlong(Statement statement) {
        if (statement instanceof AlterTable alter) {
            return alter.actions().stream()
                    .anyMatch(action -> action instanceof AlterTableAction.DropColumn
                            || action instanceof AlterTableAction.DropConstraint);
        }
        if (statement instanceof Drop drop) {
            boolean emptySchema = drop.objectType() == ObjectType.SCHEMA && !drop.cascade();
            return !emptySchema && !drop.concurrently();
        }
        return statement instanceof DropStatement || statement instanceof RoleStatement.DropOwned;
    }

    private void add(Relation relation) {
        Optional<Relation> left = after.relation(relation.name());
        if (relation instanceof Table table) {
            left.ifPresentOrElse(rest -> addParts(table, (Table) rest), () -> addTable(table));
        } else if (relation instanceof View && left.isEmpty()) {
            on(relation.name(), Operation.DROP_VIEW);
        } else if (relation instanceof View view && left.get() instanceof View rest) {
            addIf(isLess(view.triggers(), rest.triggers()), view.name(), Operation.DROP_TRIGGER);
            addIf(isLess(view.rules(), rest.rules()), view.name(), Operation.DROP_RULE);
        } else if (relation instanceof Index index && left.isEmpty() && !changed.containsKey(index.table())) {
            on(index.table(), Operation.DROP_INDEX);
        }
    }

    private void addTable(Table table) {
        QualifiedName whole = table.partitionOf();
        if (!effects.isLocked(table.name()) && (whole == null || !changed.containsKey(whole))) {
            DropEffects.addTable(table.name(), before, effects, range);
        }
        table.constraints().all().stream()
                .filter(key -> !PartitionKeyEffects.isInherited(key, table, before))
                .forEach(key -> addReferenced(key, Operation.DROP_TABLE_REFERENCES));
    }

    /** What children lose with the table above them is locked with that. */
    private void addParts(Table table, Table rest) {
        QualifiedName whole = table.partitionOf();
        if ((whole != null && changed.containsKey(whole))
                || table.parents().stream().anyMatch(changed::containsKey)) {
            return;
        }
        for (TableConstraint constraint : table.constraints().all()) {
            if (rest.constraints().get(constraint.name()).isEmpty()) {
                boolean key = constraint.referenced() != null;
                on(table.name(), key ? Operation.DROP_FOREIGN_KEY : Operation.DROP_CONSTRAINT);
                addReferenced(constraint, Operation.DROP_FOREIGN_KEY);
            }
        }
        addIf(isLess(table.columns(), rest.columns()), table.name(), Operation.DROP_COLUMN);
        addIf(isLess(table.triggers(), rest.triggers()), table.name(), Operation.DROP_TRIGGER);
        addIf(isLess(table.policies(), rest.policies()), table.name(), Operation.DROP_POLICY);
        addIf(isLess(table.rules(), rest.rules()), table.name(), Operation.DROP_RULE);
        addIf(
                table.columns().all().stream().anyMatch(column -> losesDefault(column, rest)),
                table.name(),
                Operation.DROP_DEFAULT);
    }

    private static boolean losesDefault(Table.Column column, Table rest) {
        return rest.column(column.name())
                .filter(left -> (column.defaultValue() != null && left.defaultValue() == null)
                        || (column.serial() && !left.serial()))
                .isPresent();
    }

    private static boolean isLess(Members<?> parts, Members<?> rest) {
        return rest.all().size() < parts.all().size();
    }

    /** A key that was not enforced has no triggers there. */
    private void addReferenced(TableConstraint key, Operation operation) {
        QualifiedName referenced = key.referenced();
        if (referenced != null && key.enforced() && !effects.holds(referenced, operation)) {
            effects.on(null, referenced, operation, range);
        }
    }

    private void addIf(boolean lost, QualifiedName relation, Operation operation) {
        if (lost) {
            on(relation, operation);
        }
    }

    private void on(QualifiedName relation, Operation operation) {
        boolean known = operation == Operation.DROP_FOREIGN_KEY
                ? effects.holds(relation, operation)
                : effects.isLocked(relation);
        if (!known) {
            effects.on(relation, null, operation, range);
        }
    }
}
