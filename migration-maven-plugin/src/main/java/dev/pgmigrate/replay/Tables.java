package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Table.Column;
import dev.pgmigrate.replay.Table.Policy;
import dev.pgmigrate.replay.Table.Trigger;
import dev.pgmigrate.sql.ast.PartitionSpec;
import org.jspecify.annotations.Nullable;

/** Copies of a table with one thing changed. */
final class Tables {
    private Tables() {}

    static Table create(
            QualifiedName name,
            boolean temporary,
            boolean foreign,
            @Nullable PartitionSpec partitionBy,
            @Nullable QualifiedName partitionOf,
            Origin origin) {
        return new Table(
                name,
                true,
                true,
                temporary,
                foreign,
                partitionBy,
                partitionOf,
                Presence.ABSENT,
                null,
                Members.none(),
                Members.none(),
                Members.none(),
                Members.none(),
                Members.none(),
                origin);
    }

    static Table named(Table t, QualifiedName name) {
        return new Table(
                name,
                t.created(),
                t.columnsKnown(),
                t.temporary(),
                t.foreign(),
                t.partitionBy(),
                t.partitionOf(),
                t.rowSecurity(),
                t.filled(),
                t.columns(),
                t.constraints(),
                t.triggers(),
                t.policies(),
                t.rules(),
                t.origin());
    }

    static Table withColumns(Table t, Members<Column> columns, boolean known) {
        return new Table(
                t.name(),
                t.created(),
                known,
                t.temporary(),
                t.foreign(),
                t.partitionBy(),
                t.partitionOf(),
                t.rowSecurity(),
                t.filled(),
                columns,
                t.constraints(),
                t.triggers(),
                t.policies(),
                t.rules(),
                t.origin());
    }

    static Table withColumn(Table t, Column column) {
        return withColumns(t, t.columns().with(column.name(), column), t.columnsKnown());
    }

    static Table withConstraints(Table t, Members<TableConstraint> constraints) {
        return new Table(
                t.name(),
                t.created(),
                t.columnsKnown(),
                t.temporary(),
                t.foreign(),
                t.partitionBy(),
                t.partitionOf(),
                t.rowSecurity(),
                t.filled(),
                t.columns(),
                constraints,
                t.triggers(),
                t.policies(),
                t.rules(),
                t.origin());
    }

    static Table withConstraint(Table t, TableConstraint constraint) {
        return withConstraints(t, t.constraints().with(constraint.name(), constraint));
    }

    static Table withoutConstraint(Table t, String name) {
        return withConstraints(t, t.constraints().without(name));
    }

    static Table withTriggers(Table t, Members<Trigger> triggers) {
        return new Table(
                t.name(),
                t.created(),
                t.columnsKnown(),
                t.temporary(),
                t.foreign(),
                t.partitionBy(),
                t.partitionOf(),
                t.rowSecurity(),
                t.filled(),
                t.columns(),
                t.constraints(),
                triggers,
                t.policies(),
                t.rules(),
                t.origin());
    }

    static Table withPolicies(Table t, Members<Policy> policies) {
        return new Table(
                t.name(),
                t.created(),
                t.columnsKnown(),
                t.temporary(),
                t.foreign(),
                t.partitionBy(),
                t.partitionOf(),
                t.rowSecurity(),
                t.filled(),
                t.columns(),
                t.constraints(),
                t.triggers(),
                policies,
                t.rules(),
                t.origin());
    }

    static Table withRules(Table t, Members<Origin> rules) {
        return new Table(
                t.name(),
                t.created(),
                t.columnsKnown(),
                t.temporary(),
                t.foreign(),
                t.partitionBy(),
                t.partitionOf(),
                t.rowSecurity(),
                t.filled(),
                t.columns(),
                t.constraints(),
                t.triggers(),
                t.policies(),
                rules,
                t.origin());
    }

    static Table withRowSecurity(Table t, Presence rowSecurity) {
        return new Table(
                t.name(),
                t.created(),
                t.columnsKnown(),
                t.temporary(),
                t.foreign(),
                t.partitionBy(),
                t.partitionOf(),
                rowSecurity,
                t.filled(),
                t.columns(),
                t.constraints(),
                t.triggers(),
                t.policies(),
                t.rules(),
                t.origin());
    }

    static Table filledBy(Table t, Origin filled) {
        return t.filled() != null
                ? t
                : new Table(
                        t.name(),
                        t.created(),
                        t.columnsKnown(),
                        t.temporary(),
                        t.foreign(),
                        t.partitionBy(),
                        t.partitionOf(),
                        t.rowSecurity(),
                        filled,
                        t.columns(),
                        t.constraints(),
                        t.triggers(),
                        t.policies(),
                        t.rules(),
                        t.origin());
    }

    static Table partitionOf(Table t, @Nullable QualifiedName parent) {
        return new Table(
                t.name(),
                t.created(),
                t.columnsKnown(),
                t.temporary(),
                t.foreign(),
                t.partitionBy(),
                parent,
                t.rowSecurity(),
                t.filled(),
                t.columns(),
                t.constraints(),
                t.triggers(),
                t.policies(),
                t.rules(),
                t.origin());
    }
}
