package dev.pgmigrate.effect;

import dev.pgmigrate.postgres.LockMode;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.RelationRights;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.SchemaObject.Index;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.BulkStatement.Truncate;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DomainStatement;
import dev.pgmigrate.sql.ast.DropStatement.Drop;
import dev.pgmigrate.sql.ast.FromItem;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.IndexStatement.Reindex;
import dev.pgmigrate.sql.ast.MaintenanceStatement;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PolicyStatement;
import dev.pgmigrate.sql.ast.PublicationStatement;
import dev.pgmigrate.sql.ast.RoleSpec;
import dev.pgmigrate.sql.ast.RoleStatement;
import dev.pgmigrate.sql.ast.RuleStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.StatisticsStatement.CreateStatistics;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import dev.pgmigrate.sql.ast.ViewStatement.RefreshMaterializedView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Determines which locks a statement takes on which relations, and what it does while it holds them. */
public final class Effects {
    /** What has rows and can be moved into another schema. */
    private static final Set<ObjectType> MOVED =
            EnumSet.of(ObjectType.TABLE, ObjectType.FOREIGN_TABLE, ObjectType.MATERIALIZED_VIEW);

    private final Schema schema;
    private final PostgresVersion version;
    private final List<Effect> effects = new ArrayList<>();
    private final Map<QualifiedName, Set<Operation>> operations = new HashMap<>();
    private final Set<QualifiedName> locked = new HashSet<>();

    private Effects(Schema schema, PostgresVersion version) {
        this.schema = schema;
        this.version = version;
    }

    /**
     * Returns the effects of a statement on the schema that it meets. Statements that only read or write rows are not listed:
     * they only take weak locks on their tables.
     */
    public static List<Effect> of(Step step, PostgresVersion version) {
        Effects effects = new Effects(step.before(), version);
        effects.add(step.statement());
        LossEffects.add(step, effects);
        return RowlessTables.in(step, effects.effects);
    }

    /** Returns the same for a database in which nobody else makes partitions and indexes. */
    public static List<Effect> ofFilesAlone(Step step, PostgresVersion version) {
        return RowlessTables.inFilesAlone(step, of(step, version));
    }

    /** Returns the effects on what a statement names, without those on what goes along with it. */
    static List<Effect> ofNamed(Statement statement, Schema schema, PostgresVersion version) {
        Effects effects = new Effects(schema, version);
        effects.add(statement);
        return Collections.unmodifiableList(effects.effects);
    }

    private void add(Statement statement) {
        if (statement instanceof Making making) {
            addMade(making);
        } else if (statement instanceof TableStatement.AlterTable alter) {
            AlterTableEffects.add(alter, this);
        } else if (statement instanceof Drop drop) {
            drop.objects().forEach(object -> DropEffects.add(drop, object, this));
        } else if (statement instanceof ObjectStatement object) {
            addObject(object);
        } else if (statement instanceof MaintenanceStatement maintenance) {
            addMaintenance(maintenance);
        } else if (statement instanceof RoleStatement.ReassignOwned reassign) {
            onOwned(reassign.roles(), Operation.SET_OWNER, reassign.range());
        } else if (statement instanceof RoleStatement.DropOwned drop) {
            onOwned(drop.roles(), Operation.DROP_TABLE, drop.range());
        } else {
            addOther(statement);
        }
    }

    private void onOwned(List<RoleSpec> roles, Operation operation, SourceRange range) {
        Set<String> owners = new HashSet<>();
        roles.forEach(role -> owners.add(role.name().text()));
        for (SchemaObject.TableOrView relation : schema.tablesAndViews()) {
            String owner = RelationRights.owner(relation, schema);
            if (owner != null && owners.contains(owner)) {
                on(relation.name(), null, operation, range);
            }
        }
    }

    private void addOther(Statement statement) {
        if (statement instanceof Truncate truncate) {
            addTruncate(truncate);
        } else if (statement instanceof DomainStatement.AlterDomain domain) {
            addDomain(domain);
        } else if (statement instanceof Reindex reindex && reindex.name() != null) {
            addReindex(reindex, reindex.name());
        } else if (statement instanceof RefreshMaterializedView refresh) {
            Operation operation = refresh.concurrently() ? Operation.REFRESH_CONCURRENTLY : Operation.REFRESH;
            on(refresh.name(), operation, refresh.range());
        } else if (statement instanceof PolicyStatement policy) {
            on(policy.table(), Operation.ALTER_POLICY, policy.range());
        } else if (statement instanceof PublicationStatement.AlterPublication alter) {
            addItems(alter.items(), alter.range());
        }
    }

    private void addMade(Making making) {
        ObjectName table = making.table();
        if (table != null) {
            on(table, ofPart(making), making.range());
        } else if (making instanceof TableStatement.Definition create) {
            addCreate(create);
        } else if (making instanceof PublicationStatement.CreatePublication create) {
            addItems(create.items(), create.range());
        } else if (making instanceof CreateStatistics statistics) {
            statistics.from().stream()
                    .filter(FromItem.RangeVar.class::isInstance)
                    .forEach(from ->
                            on(((FromItem.RangeVar) from).name(), Operation.CREATE_STATISTICS, statistics.range()));
        }
    }

    /** The effect of creating an index, a trigger, a policy or a rule on its table. */
    private Operation ofPart(Making making) {
        if (making instanceof CreateIndex index) {
            return ofIndex(index);
        }
        if (making instanceof CreateTrigger) {
            return Operation.CREATE_TRIGGER;
        }
        return making instanceof RuleStatement ? Operation.CREATE_RULE : Operation.CREATE_POLICY;
    }

    /** An index that is there already is not built, nor is one that only the partitions will have. */
    private Operation ofIndex(CreateIndex index) {
        if (index.ifNotExists() && isThere(index)) {
            return index.concurrently()
                    ? Operation.CREATE_INDEX_CONCURRENTLY_IF_NOT_EXISTS
                    : Operation.CREATE_INDEX_IF_NOT_EXISTS;
        }
        if (index.only()
                && schema.table(index.table()).filter(Table::isPartitioned).isPresent()) {
            return Operation.CREATE_INDEX_ON_ONLY;
        }
        return index.concurrently() ? Operation.CREATE_INDEX_CONCURRENTLY : Operation.CREATE_INDEX;
    }

    private boolean isThere(Making making) {
        ObjectReference made = making.made();
        return made != null && schema.presence(schema.target(making, made)).isPresent();
    }

    private void addCreate(TableStatement.Definition create) {
        if (create.ifNotExists() && isThere(create)) {
            return;
        }
        ObjectName parent = create.partitionOf();
        if (parent != null) {
            on(parent, Operation.CREATE_PARTITION_OF, create.range());
            PartitionKeyEffects.ofComing(schema.resolve(parent), null, create.range(), this);
            onDefaultPartition(schema.resolve(parent), Operation.SEARCH_DEFAULT_PARTITION, create.range());
        }
        for (ObjectName inherited : create.inherits()) {
            on(null, schema.resolve(inherited), Operation.CREATE_TABLE_INHERITS, create.range());
        }
        List<Constraint> constraints = new ArrayList<>(create.constraints());
        create.columns().forEach(column -> constraints.addAll(column.constraints()));
        for (Constraint constraint : constraints) {
            if (constraint instanceof Constraint.ForeignKey key) {
                on(null, schema.resolve(key.referenced()), Operation.CREATE_TABLE_REFERENCES, key.range());
            }
        }
    }

    /** {@code CASCADE} extends to the tables that refer to the truncated ones. */
    private void addTruncate(Truncate truncate) {
        Set<QualifiedName> emptied = new LinkedHashSet<>();
        Deque<QualifiedName> waiting = new ArrayDeque<>();
        truncate.tables().forEach(table -> waiting.add(schema.resolve(table.name())));
        while (!waiting.isEmpty()) {
            QualifiedName table = waiting.remove();
            if (emptied.add(table) && truncate.cascade()) {
                // Whoever refers to a partitioned table refers to each of its partitions.
                for (Table emptying : PartitionKeyEffects.line(table, schema)) {
                    schema.tablesReferencing(emptying.name()).forEach(referencing -> waiting.add(referencing.name()));
                }
            }
        }
        emptied.forEach(table -> on(table, null, Operation.TRUNCATE, truncate.range()));
    }

    /** A domain's new condition is looked up in every table that has a column of it. */
    private void addDomain(DomainStatement.AlterDomain domain) {
        boolean validates = domain.action() instanceof DomainStatement.SetNotNull
                || domain.action() instanceof DomainStatement.ValidateConstraint
                || (domain.action() instanceof DomainStatement.AddConstraint add
                        && !add.constraint().notValid());
        if (validates) {
            schema.type(domain.name().qualified())
                    .ifPresent(type -> schema.tables().stream()
                            .filter(table -> table.columns().all().stream().anyMatch(column -> isOf(column, type)))
                            .forEach(table -> on(table.name(), null, Operation.VALIDATE_DOMAIN, domain.range())));
        }
    }

    private boolean isOf(Table.Column column, SchemaObject.Type type) {
        return column.type() != null
                && schema.type(column.type().name()).filter(type::equals).isPresent();
    }

    private void addReindex(Reindex reindex, ObjectName name) {
        Operation operation = reindex.concurrently() ? Operation.REINDEX_CONCURRENTLY : Operation.REINDEX;
        switch (reindex.target()) {
            case TABLE -> on(name, operation, reindex.range());
            case INDEX ->
                schema.index(name.qualified()).ifPresent(index -> on(index.table(), null, operation, reindex.range()));
            case SCHEMA, SYSTEM, DATABASE -> {}
        }
    }

    private void addObject(ObjectStatement statement) {
        ObjectReference object = statement.object();
        ObjectName relation = object.parent() == null ? object.name() : object.parent();
        if (statement instanceof ObjectStatement.Rename rename) {
            switch (object.type()) {
                case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW ->
                    on(object.name(), Operation.RENAME, rename.range());
                case COLUMN, TABLE_CONSTRAINT, TRIGGER, POLICY, RULE -> on(relation, Operation.RENAME, rename.range());
                case ATTRIBUTE ->
                    typedTables(relation).forEach(table -> on(table, null, Operation.RENAME, rename.range()));
                case INDEX ->
                    schema.index(object.name().qualified())
                            .map(Index::name)
                            .ifPresent(index -> on(index, null, Operation.RENAME_INDEX, rename.range()));
                default -> {}
            }
        } else if (statement instanceof ObjectStatement.SetSchema move && MOVED.contains(object.type())) {
            on(object.name(), Operation.SET_SCHEMA, move.range());
        } else if (statement instanceof ObjectStatement.Comment comment
                && (object.type() == ObjectType.TABLE || object.type() == ObjectType.COLUMN)) {
            on(relation, Operation.COMMENT, comment.range());
        }
    }

    private void addMaintenance(MaintenanceStatement statement) {
        if (statement instanceof MaintenanceStatement.Cluster cluster && cluster.table() != null) {
            on(cluster.table(), Operation.CLUSTER, cluster.range());
        } else if (statement instanceof MaintenanceStatement.Vacuum vacuum) {
            Operation operation = vacuum.full() ? Operation.VACUUM_FULL : Operation.VACUUM;
            vacuum.relations().forEach(table -> on(table.name(), operation, vacuum.range()));
        } else if (statement instanceof MaintenanceStatement.Analyze analyze) {
            analyze.relations().forEach(table -> on(table.name(), Operation.ANALYZE, analyze.range()));
        }
    }

    private void addItems(List<PublicationStatement.Item> items, SourceRange range) {
        for (PublicationStatement.Item item : items) {
            ObjectName name = item.name();
            if (item.kind() == PublicationStatement.ItemKind.TABLE && name != null) {
                on(name, Operation.PUBLISH, range);
            }
        }
    }

    Schema schema() {
        return schema;
    }

    /** Returns whether a relation is known to be locked against everybody. */
    boolean isLocked(QualifiedName relation) {
        return locked.contains(relation);
    }

    /** Returns whether an effect is listed already. */
    boolean holds(QualifiedName relation, Operation operation) {
        return operations.getOrDefault(relation, Set.of()).contains(operation);
    }

    PostgresVersion version() {
        return version;
    }

    /** Returns the tables that have their columns from a composite type, and change with it. */
    List<QualifiedName> typedTables(ObjectName type) {
        QualifiedName name =
                schema.type(type.qualified()).map(SchemaObject.Type::name).orElseGet(() -> schema.resolve(type));
        return schema.tables().stream()
                .filter(table -> name.equals(table.ofType()))
                .map(Table::name)
                .toList();
    }

    /** Adds what an operation does to the table that the statement names. */
    void on(ObjectName table, Operation operation, SourceRange range) {
        on(schema.resolve(table), null, operation, range);
    }

    /** Adds what an operation does to the default partition of {@code table}, which has to give up or take rows. */
    void onDefaultPartition(QualifiedName table, Operation operation, SourceRange range) {
        Operation cheaper = Operation.LOCK_DEFAULT_PARTITION;
        schema.defaultPartitionOf(table).ifPresent(partition -> {
            boolean proved = schema.table(table)
                    .filter(whole -> PartitionProof.ofDefault(whole, partition))
                    .isPresent();
            on(null, partition.name(), proved ? cheaper : operation, range);
        });
    }

    /** Adds what an operation does to a table and to the other one that takes part in it; either may be left out. */
    void on(@Nullable QualifiedName table, @Nullable QualifiedName other, Operation operation, SourceRange range) {
        for (LockMatrix.Row row : LockMatrix.rows(operation, version)) {
            QualifiedName relation = row.target() == LockMatrix.Target.TABLE ? table : other;
            if (relation != null) {
                effects.add(new Effect(relation, operation, row.mode(), row.work(), range));
                operations
                        .computeIfAbsent(relation, name -> EnumSet.noneOf(Operation.class))
                        .add(operation);
                if (row.mode() == LockMode.ACCESS_EXCLUSIVE) {
                    locked.add(relation);
                }
            }
        }
    }
}
