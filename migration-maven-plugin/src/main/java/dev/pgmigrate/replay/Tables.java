package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Table.Column;
import dev.pgmigrate.replay.Table.Policy;
import dev.pgmigrate.replay.Table.Trigger;
import dev.pgmigrate.sql.ast.AlterTableAction.ReplicaIdentity;
import dev.pgmigrate.sql.ast.PartitionBound;
import dev.pgmigrate.sql.ast.PartitionSpec;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
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
            @Nullable PartitionBound bound,
            @Nullable QualifiedName ofType,
            Origin origin) {
        return new Table(
                name,
                true,
                true,
                temporary,
                false,
                foreign,
                partitionBy,
                partitionOf,
                bound,
                ofType,
                Set.of(),
                Presence.ABSENT,
                Table.Rows.NONE,
                null,
                Members.none(),
                Members.none(),
                Members.none(),
                Members.none(),
                Members.none(),
                origin);
    }

    static Table named(Table t, QualifiedName name) {
        Copy copy = new Copy(t);
        copy.name = name;
        return copy.made();
    }

    static Table withColumns(Table t, Members<Column> columns, boolean known) {
        Copy copy = new Copy(t);
        copy.columnsKnown = known;
        copy.columns = columns;
        return copy.made();
    }

    static Table withColumn(Table t, Column column) {
        return withColumns(t, t.columns().with(column.name(), column), t.columnsKnown());
    }

    static Table withConstraints(Table t, Members<TableConstraint> constraints) {
        Copy copy = new Copy(t);
        copy.constraints = constraints;
        return copy.made();
    }

    /** From PostgreSQL 18 on the {@code NOT NULL} of a column is a constraint, under a name that the server makes up. */
    static Table withNotNull(Table table, String column) {
        return withConstraints(table, table.constraints().unsure(GeneratedNames.ofNotNull(table.name(), column)));
    }

    static Table withConstraint(Table t, TableConstraint constraint) {
        return withConstraints(t, t.constraints().with(constraint.name(), constraint));
    }

    static Table withoutConstraint(Table t, String name) {
        return withConstraints(t, t.constraints().without(name));
    }

    static Table withTriggers(Table t, Members<Trigger> triggers) {
        Copy copy = new Copy(t);
        copy.triggers = triggers;
        return copy.made();
    }

    static Table withPolicies(Table t, Members<Policy> policies) {
        Copy copy = new Copy(t);
        copy.policies = policies;
        return copy.made();
    }

    static Table withRules(Table t, Members<RelationRule> rules) {
        Copy copy = new Copy(t);
        copy.rules = rules;
        return copy.made();
    }

    static Table withRowSecurity(Table t, Presence rowSecurity) {
        Copy copy = new Copy(t);
        copy.rowSecurity = rowSecurity;
        return copy.made();
    }

    /** Returns {@code t} with {@code more} rows, unless it has as many. */
    static Table filled(Table t, Table.Rows more) {
        if (t.rows().compareTo(more) >= 0) {
            return t;
        }
        Copy copy = new Copy(t);
        copy.rows = more;
        return copy.made();
    }

    static Table identifiedBy(Table t, ReplicaIdentity identity) {
        Copy copy = new Copy(t);
        copy.replicaIdentity = identity;
        return copy.made();
    }

    static Table partitionOf(Table t, @Nullable QualifiedName parent, @Nullable PartitionBound bound) {
        Copy copy = new Copy(t);
        copy.partitionOf = parent;
        copy.bound = bound;
        return copy.made();
    }

    static Table logged(Table t, boolean logged) {
        Copy copy = new Copy(t);
        copy.unlogged = !logged;
        return copy.made();
    }

    static Table typed(Table t, @Nullable QualifiedName type) {
        Copy copy = new Copy(t);
        copy.ofType = type;
        return copy.made();
    }

    /** Returns {@code t} with one parent more, or one less. */
    static Table inheriting(Table t, QualifiedName parent, boolean add) {
        Set<QualifiedName> parents = new LinkedHashSet<>(t.parents());
        if (add) {
            parents.add(parent);
        } else {
            parents.remove(parent);
        }
        Copy copy = new Copy(t);
        copy.parents = Collections.unmodifiableSet(parents);
        return copy.made();
    }

    /** A table while something of it is changed. */
    private static final class Copy {
        private final Table of;
        private QualifiedName name;
        private boolean columnsKnown;
        private boolean unlogged;
        private @Nullable QualifiedName partitionOf;
        private @Nullable PartitionBound bound;
        private @Nullable QualifiedName ofType;
        private Set<QualifiedName> parents;
        private Presence rowSecurity;
        private Table.Rows rows;
        private @Nullable ReplicaIdentity replicaIdentity;
        private Members<Column> columns;
        private Members<TableConstraint> constraints;
        private Members<Trigger> triggers;
        private Members<Policy> policies;
        private Members<RelationRule> rules;

        Copy(Table of) {
            this.of = of;
            name = of.name();
            columnsKnown = of.columnsKnown();
            unlogged = of.unlogged();
            partitionOf = of.partitionOf();
            bound = of.bound();
            ofType = of.ofType();
            parents = of.parents();
            rowSecurity = of.rowSecurity();
            rows = of.rows();
            replicaIdentity = of.replicaIdentity();
            columns = of.columns();
            constraints = of.constraints();
            triggers = of.triggers();
            policies = of.policies();
            rules = of.rules();
        }

        Table made() {
            return new Table(
                    name,
                    of.created(),
                    columnsKnown,
                    of.temporary(),
                    unlogged,
                    of.foreign(),
                    of.partitionBy(),
                    partitionOf,
                    bound,
                    ofType,
                    parents,
                    rowSecurity,
                    rows,
                    replicaIdentity,
                    columns,
                    constraints,
                    triggers,
                    policies,
                    rules,
                    of.origin());
        }
    }
}
