package dev.pgmigrate.effect;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject.Index;
import java.util.List;

/**
 * The indexes of a partitioned table that {@code ATTACH PARTITION} has to build on the partition, because it has none like
 * them (PostgreSQL manual, ALTER TABLE, ATTACH PARTITION).
 */
public final class MissingIndexes {
    private MissingIndexes() {}

    /** Returns them where the files show both tables; those on expressions and parts of the rows are not compared. */
    public static List<Index> of(QualifiedName parent, QualifiedName partition, Schema schema) {
        if (schema.table(partition).isEmpty()) {
            return List.of();
        }
        List<Index> there = schema.indexesOf(partition);
        return schema.indexesOf(parent).stream()
                .filter(index -> isPlain(index) && there.stream().noneMatch(other -> isLike(index, other)))
                .toList();
    }

    private static boolean isPlain(Index index) {
        int columns = index.leadingColumns().size();
        return columns > 0 && columns == index.elements().size() && index.where() == null;
    }

    private static boolean isLike(Index index, Index other) {
        return other.leadingColumns().equals(index.leadingColumns())
                && other.elements().size() == index.elements().size()
                && other.unique() == index.unique()
                && other.method().equals(index.method())
                && other.where() == null
                && (index.constraint() == null) == (other.constraint() == null);
    }
}
