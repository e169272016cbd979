package dev.pgmigrate.effect;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.DropStatement.Drop;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;

/** The effects of {@code DROP}. */
final class DropEffects {
    private final Drop drop;
    private final Effects effects;
    private final Schema schema;

    private DropEffects(Drop drop, Effects effects) {
        this.drop = drop;
        this.effects = effects;
        this.schema = effects.schema();
    }

    static void add(Drop drop, ObjectReference object, Effects effects) {
        new DropEffects(drop, effects).add(object);
    }

    private void add(ObjectReference object) {
        switch (drop.objectType()) {
            case TABLE, FOREIGN_TABLE -> addTable(schema.resolve(object.name()));
            case VIEW, MATERIALIZED_VIEW -> effects.on(object.name(), Operation.DROP_VIEW, drop.range());
            case INDEX ->
                schema.index(object.name().qualified())
                        .ifPresent(index -> effects.on(
                                index.table(),
                                null,
                                drop.concurrently() ? Operation.DROP_INDEX_CONCURRENTLY : Operation.DROP_INDEX,
                                drop.range()));
            case TRIGGER -> onParent(object, Operation.DROP_TRIGGER);
            case POLICY -> onParent(object, Operation.DROP_POLICY);
            case RULE -> onParent(object, Operation.DROP_RULE);
            default -> {}
        }
    }

    private void onParent(ObjectReference object, Operation operation) {
        ObjectName parent = object.parent();
        if (parent != null) {
            effects.on(parent, operation, drop.range());
        }
    }

    private void addTable(QualifiedName name) {
        addTable(name, schema, effects, drop.range());
    }

    /** A partition is locked with its table, and with the partition that takes the rows of no other. */
    static void addTable(QualifiedName name, Schema schema, Effects effects, SourceRange range) {
        QualifiedName parent = schema.table(name).map(Table::partitionOf).orElse(null);
        effects.on(name, parent, parent == null ? Operation.DROP_TABLE : Operation.DROP_PARTITION, range);
        if (parent != null) {
            schema.defaultPartitionOf(parent)
                    .filter(partition -> !partition.name().equals(name))
                    .ifPresent(
                            partition -> effects.on(null, partition.name(), Operation.LOCK_DEFAULT_PARTITION, range));
        }
    }
}
