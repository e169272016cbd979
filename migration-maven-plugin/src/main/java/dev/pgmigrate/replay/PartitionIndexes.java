package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Index;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The indexes that the server makes on partitions, one for each of the partitioned table. Whether it takes one that is there
 * is not followed, so that they are not known; but neither are their names known to be free.
 */
final class PartitionIndexes {
    private PartitionIndexes() {}

    /** Makes those that a new partition gets from its parent and from all above it, and those of its own partitions. */
    static void makeOn(Table part, Model model) {
        if (part.partitionOf() != null) {
            model.schema().table(part.partitionOf()).ifPresent(parent -> {
                for (Table above : model.lineOf(parent)) {
                    model.schema().indexesOf(above.name()).forEach(index -> make(index, part, model));
                }
            });
        }
    }

    /** Makes those of an index that is new to a partitioned table. */
    static void makeFor(Index index, Model model) {
        for (Table part : model.schema().partitionsOf(index.table())) {
            make(index, part, model);
        }
    }

    private static void make(Index index, Table part, Model model) {
        Predicate<String> taken = other -> ConstraintCreation.isTaken(model, part, other);
        String name = kind(index, model)
                .map(kind -> ConstraintCreation.generatedName(part.name(), kind, index.leadingColumns(), taken))
                .orElseGet(() -> GeneratedNames.choose(
                        part.name().name(), IndexChanges.columnNames(index.elements()), "idx", taken));
        model.forget(ObjectKey.relation(new QualifiedName(part.name().schemaOrNull(), name)));
        for (Table below : model.schema().partitionsOf(part.name())) {
            make(index, below, model);
        }
    }

    /** Returns the kind of the constraint that an index belongs to. */
    private static Optional<TableConstraint.Kind> kind(Index index, Model model) {
        String constraint = index.constraint();
        return constraint == null
                ? Optional.empty()
                : model.schema()
                        .table(index.table())
                        .flatMap(table -> table.constraints().get(constraint))
                        .map(TableConstraint::kind);
    }
}
