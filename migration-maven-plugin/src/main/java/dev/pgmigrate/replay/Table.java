package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.PartitionBound;
import dev.pgmigrate.sql.ast.PartitionSpec;
import dev.pgmigrate.sql.ast.PolicyStatement;
import dev.pgmigrate.sql.ast.RoleSpec;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table as the statements so far would have made it.
 *
 * <p>A table that was never seen being created, only altered or referred to, holds what the files said of it, and the rest
 * of it is unknown.
 *
 * @param created whether a {@code CREATE} of it was seen, so that constraints, triggers and policies not listed are not there
 * @param columnsKnown whether also its columns are all listed; not so for {@code LIKE}, {@code INHERITS} or a query of unknown tables
 * @param temporary whether it lives in this session alone
 * @param unlogged whether a crash may empty it
 * @param foreign whether it is a foreign table
 * @param partitionBy the partition key of a partitioned table
 * @param partitionOf the partitioned table that it is a partition of
 * @param bound the rows that it takes there
 * @param ofType the composite type that a typed table has its columns from
 * @param parents the tables that it inherits from, without the one that it is a partition of
 * @param rowSecurity whether row-level security is on; unknown unless the create or an {@code ALTER} was seen
 * @param rows which rows the files put into it
 * @param replicaIdentity what tells its rows apart to subscribers, if a file says so; else the primary key
 */
public record Table(
        QualifiedName name,
        boolean created,
        boolean columnsKnown,
        boolean temporary,
        boolean unlogged,
        boolean foreign,
        @Nullable PartitionSpec partitionBy,
        @Nullable QualifiedName partitionOf,
        @Nullable PartitionBound bound,
        @Nullable QualifiedName ofType,
        Set<QualifiedName> parents,
        Presence rowSecurity,
        Rows rows,
        AlterTableAction.@Nullable ReplicaIdentity replicaIdentity,
        Members<Column> columns,
        Members<TableConstraint> constraints,
        Members<Trigger> triggers,
        Members<Policy> policies,
        Members<RelationRule> rules,
        Origin origin)
        implements SchemaObject.TableOrView {

    /** What every table has (PostgreSQL manual, 5.6 "System Columns"). */
    private static final Set<String> SYSTEM_COLUMNS = Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid");

    /** What the files show of the rows of a table; a later constant is more of them. */
    public enum Rows {
        /** No statement put any in. */
        NONE,

        /** Those that stand in the statements, as behind {@code VALUES}. */
        LISTED,

        /** Nobody can say how many: those of a query, or of {@code COPY}. */
        ANY
    }

    /** A table of which nothing is known but that it is there. */
    static Table mentioned(QualifiedName name, Origin origin) {
        return new Table(
                name,
                false,
                false,
                false,
                false,
                false,
                null,
                null,
                null,
                null,
                Set.of(),
                Presence.UNKNOWN,
                Rows.NONE,
                null,
                Members.none(),
                Members.none(),
                Members.none(),
                Members.none(),
                Members.none(),
                origin);
    }

    /** Where the values of a generated column are kept. */
    public enum Generation {
        /** It is none. */
        NONE,
        /** In the rows. */
        STORED,
        /** Nowhere: they are computed when they are read (PostgreSQL 18). */
        VIRTUAL
    }

    /**
     * A column.
     *
     * @param type null where it is not spelled out
     * @param collation the one that is written, if any
     * @param storage the one that is written, in lower case, if any
     * @param defaultValue the expression of its default, or that of a generated column; or null
     * @param generation where the values of a {@code GENERATED … AS (…)} column are kept
     * @param identity whether it is an identity or a {@code serial} column
     * @param always whether it is {@code GENERATED ALWAYS AS IDENTITY}, so that nobody else gives it values
     * @param serial whether it is a {@code serial} column, which has a default
     * @param local whether the table has it of its own, so that it stays when no parent has it any more ({@code attislocal})
     */
    public record Column(
            String name,
            @Nullable ColumnType type,
            @Nullable QualifiedName collation,
            @Nullable String storage,
            boolean notNull,
            @Nullable Expression defaultValue,
            Generation generation,
            boolean identity,
            boolean always,
            boolean serial,
            boolean local,
            Origin origin) {
        /** A column of which nothing else is known. */
        static Column of(String name, @Nullable ColumnType type, Origin origin) {
            return new Column(name, type, null, null, false, null, Generation.NONE, false, false, false, true, origin);
        }

        /** Returns whether it is {@code GENERATED … AS (…)}. */
        public boolean generated() {
            return generation != Generation.NONE;
        }

        Column named(String other) {
            Copy copy = new Copy(this);
            copy.name = other;
            return copy.made();
        }

        Column typed(@Nullable ColumnType other) {
            Copy copy = new Copy(this);
            copy.type = other;
            return copy.made();
        }

        /** A new type is stored in its own way (tablecmds.c, ATExecAlterColumnType). */
        Column typed(@Nullable ColumnType other, @Nullable QualifiedName collated) {
            Copy copy = new Copy(this);
            copy.type = other;
            copy.collation = collated;
            copy.storage = null;
            return copy.made();
        }

        /** @param other null for that of the type */
        Column stored(@Nullable String other) {
            Copy copy = new Copy(this);
            copy.storage = other;
            return copy.made();
        }

        Column nullable(boolean nullable) {
            Copy copy = new Copy(this);
            copy.notNull = !nullable;
            return copy.made();
        }

        /** {@code DEFAULT NULL} is none; a {@code serial} has no other left. */
        Column defaulting(@Nullable Expression other) {
            Copy copy = new Copy(this);
            copy.defaultValue = other == null || Constants.isNull(other) ? null : other;
            copy.identity = identity && !serial;
            copy.serial = false;
            return copy.made();
        }

        /** @param always only what {@code GENERATED ALWAYS} gives */
        Column identity(boolean other, boolean always) {
            Copy copy = new Copy(this);
            copy.identity = other;
            copy.always = other && always;
            copy.serial = false;
            return copy.made();
        }

        Column local(boolean now) {
            Copy copy = new Copy(this);
            copy.local = now;
            return copy.made();
        }

        Column withoutExpression() {
            if (!generated()) {
                return this;
            }
            Copy copy = new Copy(this);
            copy.defaultValue = null;
            copy.generation = Generation.NONE;
            return copy.made();
        }

        /** A column while something of it is changed. */
        private static final class Copy {
            private final Origin origin;
            private String name;
            private @Nullable ColumnType type;
            private @Nullable QualifiedName collation;
            private @Nullable String storage;
            private boolean notNull;
            private @Nullable Expression defaultValue;
            private Generation generation;
            private boolean identity;
            private boolean always;
            private boolean serial;
            private boolean local;

            Copy(Column of) {
                origin = of.origin;
                name = of.name;
                type = of.type;
                collation = of.collation;
                storage = of.storage;
                notNull = of.notNull;
                defaultValue = of.defaultValue;
                generation = of.generation;
                identity = of.identity;
                always = of.always;
                serial = of.serial;
                local = of.local;
            }

            Column made() {
                return new Column(
                        name,
                        type,
                        collation,
                        storage,
                        notNull,
                        defaultValue,
                        generation,
                        identity,
                        always,
                        serial,
                        local,
                        origin);
            }
        }
    }

    /**
     * A trigger.
     *
     * @param function the function that it runs
     * @param columns the columns of {@code UPDATE OF}
     * @param definition the {@code CREATE} that made it
     * @param inherited whether it is that of the partitioned table above ({@code tgparentid})
     */
    public record Trigger(
            String name,
            QualifiedName function,
            List<String> columns,
            boolean constraint,
            CreateTrigger definition,
            boolean inherited,
            Origin origin) {
        Trigger running(QualifiedName other) {
            return new Trigger(name, other, columns, constraint, definition, inherited, origin);
        }

        Trigger named(String other) {
            return new Trigger(other, function, columns, constraint, definition, inherited, origin);
        }

        Trigger inherited(boolean now) {
            return new Trigger(name, function, columns, constraint, definition, now, origin);
        }
    }

    /** A row-level security policy. */
    public record Policy(
            String name,
            boolean permissive,
            PolicyStatement.Command command,
            List<RoleSpec> roles,
            @Nullable Expression using,
            @Nullable Expression check,
            Origin origin) {
        /** Returns the conditions that it has. */
        public List<Expression> conditions() {
            return Stream.of(using, check).filter(Objects::nonNull).toList();
        }
    }

    public Optional<Column> column(String column) {
        return columns.get(column);
    }

    @Override
    public Presence columnPresence(String column) {
        return columns.presence(column, columnsKnown);
    }

    /** Returns whether the {@code NOT NULL} of a column is not inherited. */
    public boolean hasNotNullOfItsOwn(String column) {
        return constraints.all().stream()
                .anyMatch(constraint -> constraint.kind() == TableConstraint.Kind.NOT_NULL
                        && !constraint.inherited()
                        && constraint.columns().contains(column));
    }

    /** Returns whether a column is sure not to be there; the system columns always are. */
    public boolean lacks(String column) {
        return columnPresence(column).isAbsent() && !SYSTEM_COLUMNS.contains(column);
    }

    /**
     * Returns whether a constraint is there. Not known to be free is a name that {@code NOT NULL} may have got, which from
     * PostgreSQL 18 on is a constraint; that of a constraint trigger; and one that the server made up for a partition to
     * which a foreign key refers.
     */
    public Presence constraintPresence(String constraint) {
        boolean complete = created
                && partitionOf == null
                && !GeneratedNames.isOfNotNull(constraint)
                && triggers.get(constraint).isEmpty()
                && constraints.get(GeneratedNames.withoutNumbers(constraint)).isEmpty()
                && !constraints.unsure().contains(GeneratedNames.withoutNumbers(constraint));
        return constraints.presence(constraint, complete);
    }

    @Override
    public Presence triggerPresence(String trigger) {
        return triggers.presence(trigger, created && partitionOf == null);
    }

    public Presence policyPresence(String policy) {
        return policies.presence(policy, created);
    }

    @Override
    public Presence rulePresence(String rule) {
        return rules.presence(rule, created);
    }

    @Override
    public Table withTriggers(Members<Trigger> other) {
        return Tables.withTriggers(this, other);
    }

    @Override
    public Table withRules(Members<RelationRule> other) {
        return Tables.withRules(this, other);
    }

    public boolean isPartitioned() {
        return partitionBy != null;
    }

    /** Returns its primary key, where the files show one. */
    public Optional<TableConstraint> primaryKey() {
        return constraints.all().stream()
                .filter(constraint -> constraint.kind() == TableConstraint.Kind.PRIMARY_KEY)
                .findFirst();
    }
}
