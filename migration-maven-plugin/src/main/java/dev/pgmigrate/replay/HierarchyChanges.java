package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.TableConstraint.Kind;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.PartitionBound;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Replays the actions of {@code ALTER TABLE} that give a table a parent, take it away, or make it a partition or none. */
final class HierarchyChanges {
    private HierarchyChanges() {}

    static Table change(Table table, AlterTableAction action, Model model) {
        if (action instanceof AlterTableAction.AttachPartition attach) {
            model.change(attach.partition(), part -> attached(part, table, attach.bound()));
            model.schema().table(attach.partition()).ifPresent(part -> {
                PartitionIndexes.makeOn(part, model);
                PartitionTriggers.makeOn(part, model);
            });
        } else if (action instanceof AlterTableAction.DetachPartition detach) {
            model.change(detach.partition(), part -> detached(part, table, detach.concurrently(), model));
            model.schema()
                    .table(detach.partition())
                    .filter(part -> part.partitionOf() == null)
                    .ifPresent(part -> PartitionTriggers.takeFrom(part, table, model));
        } else if (action instanceof AlterTableAction.Inherit inherit) {
            QualifiedName parent = model.schema().resolve(inherit.parent());
            Table changed = Tables.inheriting(table, parent, inherit.add());
            return inherit.add() ? changed : Parents.alone(changed, model.schema());
        } else if (action instanceof AlterTableAction.OfType of) {
            return Tables.typed(
                    table,
                    of.type() == null
                            ? null
                            : model.schema().resolveType(of.type().qualified()));
        }
        return table;
    }

    /** A foreign key of its own that its parent has as well becomes a part of that, and is validated for it. */
    private static Table attached(Table part, Table to, @Nullable PartitionBound bound) {
        Table changed = Parents.joined(Tables.partitionOf(part, to.name(), bound), to);
        for (TableConstraint own : part.constraints().all()) {
            boolean taken = own.kind() == Kind.FOREIGN_KEY
                    && to.constraints().all().stream().anyMatch(other -> other.isAlike(own) && other.validated());
            changed = taken ? Tables.withConstraint(changed, own.whenValidated()) : changed;
        }
        return changed;
    }

    /** The server refuses to take it from a table that it is no partition of. */
    private static Table detached(Table part, Table from, boolean concurrently, Model model) {
        if (part.partitionOf() != null && !part.partitionOf().equals(from.name())) {
            return part;
        }
        Table alone = withKeyOf(from, Tables.partitionOf(part, null, null));
        Members<TableConstraint> constraints = alone.constraints();
        for (Table above : model.lineOf(from)) {
            for (TableConstraint constraint : above.constraints().all()) {
                constraints = constraint.referenced() != null && !hasAlike(part, constraint)
                        ? withKey(constraints, constraint, part, model)
                        : constraints.unsure(constraint.name());
                if (constraint.hasIndex()) {
                    for (Kind kind : List.of(constraint.kind(), Kind.EXCLUDE)) {
                        constraints = constraints.unsure(ConstraintCreation.generatedName(
                                part.name(), kind, constraint.columns(), other -> false));
                    }
                }
            }
        }
        if (concurrently && from.partitionBy() != null) {
            // What the bound said stays as a check.
            List<String> key = from.partitionBy().elements().stream()
                    .flatMap(element -> Stream.ofNullable(element.column()))
                    .map(Name::text)
                    .toList();
            constraints =
                    constraints.unsure(ConstraintCreation.generatedName(part.name(), Kind.CHECK, key, other -> false));
        }
        return Parents.alone(Tables.withConstraints(alone, constraints), model.schema());
    }

    private static boolean hasAlike(Table part, TableConstraint key) {
        return part.constraints().all().stream().anyMatch(key::isAlike);
    }

    /** A foreign key of the tables above stays, unless the partition had another constraint of that name. */
    private static Members<TableConstraint> withKey(
            Members<TableConstraint> constraints, TableConstraint key, Table part, Model model) {
        model.link(key, part.name());
        return constraints.get(key.name()).isPresent() ? constraints : constraints.with(key.name(), key.local(true));
    }

    /** A partition has had a key of its own all the time, as a part of its parent's. */
    private static Table withKeyOf(Table parent, Table part) {
        return parent.primaryKey()
                .filter(key -> part.primaryKey().isEmpty())
                .map(key -> Tables.withConstraint(part, key.withName(part.name().name() + "_pkey")))
                .orElse(part);
    }
}
