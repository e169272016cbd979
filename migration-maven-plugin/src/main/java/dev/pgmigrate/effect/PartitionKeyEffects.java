package dev.pgmigrate.effect;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The effects on the other ends of foreign keys where a partition comes or goes: it has those of the tables above it, and
 * whoever refers to one of those refers to the partition (PostgreSQL manual, 5.12.2.1 "Declarative Partitioning", "Limitations").
 */
final class PartitionKeyEffects {
    private final Effects effects;
    private final Schema schema;
    private final SourceRange range;

    private PartitionKeyEffects(Effects effects, SourceRange range) {
        this.effects = effects;
        this.schema = effects.schema();
        this.range = range;
    }

    /** Adds those of a partition that {@code parent} gets. */
    static void ofComing(QualifiedName parent, @Nullable Table partition, SourceRange range, Effects effects) {
        PartitionKeyEffects adder = new PartitionKeyEffects(effects, range);
        List<Table> line = line(parent, effects.schema());
        for (TableConstraint key : keys(line)) {
            boolean own = partition != null && hasAlike(partition, key);
            adder.on(key.referenced(), own ? Operation.TAKE_KEY_OF_PARTITION : Operation.ADD_PARTITION_REFERENCES);
        }
        adder.onUsers(line, Operation.ADD_PARTITION_REFERENCED);
    }

    /** Adds those of a partition that {@code parent} loses, and that goes on being a table. */
    static void ofGoing(QualifiedName parent, SourceRange range, Effects effects) {
        PartitionKeyEffects adder = new PartitionKeyEffects(effects, range);
        List<Table> line = line(parent, effects.schema());
        keys(line).forEach(key -> adder.on(key.referenced(), Operation.DETACH_PARTITION_REFERENCES));
        adder.onUsers(line, Operation.DETACH_PARTITION_REFERENCED);
    }

    /** Adds those of a key that {@code table} gets and a partition has already. */
    static void ofKey(QualifiedName table, Constraint.ForeignKey key, SourceRange range, Effects effects) {
        QualifiedName referenced = effects.schema().resolve(key.referenced());
        List<String> columns = key.columns().stream().map(Name::text).toList();
        if (anyPartition(table, referenced, columns, effects.schema())) {
            new PartitionKeyEffects(effects, range).on(referenced, Operation.TAKE_KEY_OF_PARTITION);
        }
    }

    private static boolean anyPartition(
            QualifiedName table, QualifiedName referenced, List<String> columns, Schema schema) {
        return schema.partitionsOf(table).stream()
                .anyMatch(part -> part.constraints().all().stream()
                                .anyMatch(own -> referenced.equals(own.referenced())
                                        && own.columns().equals(columns))
                        || anyPartition(part.name(), referenced, columns, schema));
    }

    /** Returns whether a foreign key of a partition is a part of one above it, which has the triggers of both. */
    static boolean isInherited(TableConstraint key, Table partition, Schema schema) {
        return partition.partitionOf() != null
                && keys(line(partition.partitionOf(), schema)).stream().anyMatch(key::isAlike);
    }

    /** Returns a table and those that it is a partition of, as far as they are known. */
    static List<Table> line(QualifiedName table, Schema schema) {
        List<Table> line = new ArrayList<>();
        Optional<Table> next = schema.table(table);
        while (next.isPresent()) {
            line.add(next.get());
            next = Optional.ofNullable(next.get().partitionOf()).flatMap(schema::table);
        }
        return line;
    }

    private static List<TableConstraint> keys(List<Table> line) {
        return line.stream()
                .flatMap(table -> table.constraints().all().stream())
                .filter(constraint -> constraint.referenced() != null)
                .toList();
    }

    private static boolean hasAlike(Table partition, TableConstraint key) {
        return partition.constraints().all().stream().anyMatch(key::isAlike);
    }

    private void onUsers(List<Table> line, Operation operation) {
        for (Table referenced : line) {
            schema.tablesReferencing(referenced.name()).forEach(user -> on(user.name(), operation));
        }
    }

    private void on(@Nullable QualifiedName other, Operation operation) {
        if (other != null && !effects.holds(other, operation)) {
            effects.on(null, other, operation, range);
        }
    }
}
