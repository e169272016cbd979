package dev.pgmigrate.effect;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Constants;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PartitionBound;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TypeName;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The effects of {@code ALTER TABLE}, action by action. */
final class AlterTableEffects {
    /** The actions that touch no other table and depend on nothing else. */
    private static final Map<Class<? extends AlterTableAction>, Operation> SIMPLE = Map.ofEntries(
            Map.entry(AlterTableAction.DropColumn.class, Operation.DROP_COLUMN),
            Map.entry(AlterTableAction.DropNotNull.class, Operation.DROP_NOT_NULL),
            Map.entry(AlterTableAction.SetDefault.class, Operation.SET_DEFAULT),
            Map.entry(AlterTableAction.DropDefault.class, Operation.DROP_DEFAULT),
            Map.entry(AlterTableAction.DropExpression.class, Operation.DROP_EXPRESSION),
            Map.entry(AlterTableAction.AddIdentity.class, Operation.ADD_IDENTITY),
            Map.entry(AlterTableAction.SetIdentity.class, Operation.SET_IDENTITY),
            Map.entry(AlterTableAction.DropIdentity.class, Operation.DROP_IDENTITY),
            Map.entry(AlterTableAction.SetStatistics.class, Operation.SET_STATISTICS),
            Map.entry(AlterTableAction.SetColumnOptions.class, Operation.SET_COLUMN_OPTIONS),
            Map.entry(AlterTableAction.SetStorage.class, Operation.SET_STORAGE),
            Map.entry(AlterTableAction.SetCompression.class, Operation.SET_COMPRESSION),
            Map.entry(AlterTableAction.SetTrigger.class, Operation.SWITCH_TRIGGER),
            Map.entry(AlterTableAction.SetRule.class, Operation.SWITCH_RULE),
            Map.entry(AlterTableAction.SetRowSecurity.class, Operation.SET_ROW_SECURITY),
            Map.entry(AlterTableAction.ClusterOn.class, Operation.SET_CLUSTER),
            Map.entry(AlterTableAction.SetLogged.class, Operation.SET_PERSISTENCE),
            Map.entry(AlterTableAction.SetAccessMethod.class, Operation.SET_ACCESS_METHOD),
            Map.entry(AlterTableAction.SetTablespace.class, Operation.SET_ACCESS_METHOD),
            Map.entry(AlterTableAction.SetOptions.class, Operation.SET_OPTIONS),
            Map.entry(AlterTableAction.AlterOptions.class, Operation.SET_FOREIGN_OPTIONS),
            Map.entry(AlterTableAction.OfType.class, Operation.SET_ROW_TYPE),
            Map.entry(AlterTableAction.OwnerTo.class, Operation.SET_OWNER),
            Map.entry(AlterTableAction.ReplicaIdentity.class, Operation.REPLICA_IDENTITY));

    /** The others that an {@code ALTER} of a table works on. */
    private static final Set<ObjectType> TABLES =
            EnumSet.of(ObjectType.TABLE, ObjectType.FOREIGN_TABLE, ObjectType.MATERIALIZED_VIEW);

    private final Effects effects;
    private final QualifiedName name;
    private final Optional<Table> table;
    private final Set<String> dropped = new HashSet<>();

    private AlterTableEffects(AlterTable statement, QualifiedName name, Effects effects) {
        this.effects = effects;
        this.name = name;
        this.table = effects.schema().table(name);
        for (AlterTableAction action : statement.actions()) {
            if (action instanceof AlterTableAction.DropConstraint drop) {
                dropped.add(drop.name().text());
            }
        }
    }

    static void add(AlterTable statement, Effects effects) {
        if (TABLES.contains(statement.objectType())) {
            add(statement, effects.schema().resolve(statement.name()), effects);
        } else if (statement.objectType() == ObjectType.TYPE) {
            effects.typedTables(statement.name()).forEach(table -> add(statement, table, effects));
        }
    }

    private static void add(AlterTable statement, QualifiedName table, Effects effects) {
        AlterTableEffects adder = new AlterTableEffects(statement, table, effects);
        statement.actions().forEach(adder::add);
    }

    private void add(AlterTableAction action) {
        if (action instanceof AlterTableAction.AddColumn add) {
            addColumn(add);
        } else if (action instanceof AlterTableAction.AddConstraint add) {
            addConstraint(add.constraint(), action);
        } else if (action instanceof AlterTableAction.AlterConstraint alter) {
            alterConstraint(alter);
        } else if (action instanceof AlterTableAction.DropConstraint drop) {
            QualifiedName referenced = referenced(drop.name());
            on(action, referenced == null ? Operation.DROP_CONSTRAINT : Operation.DROP_FOREIGN_KEY, referenced);
        } else if (action instanceof AlterTableAction.ValidateConstraint validate) {
            QualifiedName referenced = referenced(validate.name());
            on(action, referenced == null ? Operation.VALIDATE_CHECK : Operation.VALIDATE_FOREIGN_KEY, referenced);
        } else if (action instanceof AlterTableAction.AlterColumnType change) {
            TypeChangeEffects.add(change, name, effects);
        } else if (action instanceof AlterTableAction.SetNotNull set) {
            on(action, isProvedNotNull(set.column().text()) ? Operation.SET_NOT_NULL_PROVED : Operation.SET_NOT_NULL);
        } else if (action instanceof AlterTableAction.SetExpression set) {
            on(action, isVirtual(set.column()) ? Operation.SET_EXPRESSION_VIRTUAL : Operation.SET_EXPRESSION);
        } else if (!addHierarchy(action)) {
            Operation operation = SIMPLE.get(action.getClass());
            if (operation != null) {
                on(action, operation);
            }
        }
    }

    /** Adds the effects of attaching, detaching and inheriting. */
    private boolean addHierarchy(AlterTableAction action) {
        if (action instanceof AlterTableAction.Inherit inherit) {
            on(
                    action,
                    inherit.add() ? Operation.INHERIT : Operation.NO_INHERIT,
                    effects.schema().resolve(inherit.parent()));
        } else if (action instanceof AlterTableAction.AttachPartition attach) {
            QualifiedName partition = effects.schema().resolve(attach.partition());
            on(
                    action,
                    isProved(attach, partition) ? Operation.ATTACH_PROVED_PARTITION : Operation.ATTACH_PARTITION,
                    partition);
            if (!MissingIndexes.of(name, partition, effects.schema()).isEmpty()) {
                on(action, Operation.ATTACH_PARTITION_INDEX, partition);
            }
            effects.onDefaultPartition(name, Operation.SEARCH_DEFAULT_PARTITION, action.range());
            PartitionKeyEffects.ofComing(name, effects.schema().table(partition).orElse(null), action.range(), effects);
        } else if (action instanceof AlterTableAction.DetachPartition detach) {
            if (!detach.concurrently()) {
                effects.onDefaultPartition(name, Operation.LOCK_DEFAULT_PARTITION, action.range());
                PartitionKeyEffects.ofGoing(name, action.range(), effects);
            }
            on(
                    action,
                    detach.concurrently() ? Operation.DETACH_PARTITION_CONCURRENTLY : Operation.DETACH_PARTITION,
                    effects.schema().resolve(detach.partition()));
        } else {
            return false;
        }
        return true;
    }

    /** Nothing is kept out of a default partition as long as there is no other one. */
    private boolean isProved(AlterTableAction.AttachPartition attach, QualifiedName partition) {
        boolean first = table.isPresent() && effects.schema().partitionsOf(name).isEmpty();
        return (first && attach.bound() instanceof PartitionBound.Default)
                || table.flatMap(whole ->
                                effects.schema().table(partition).filter(part -> PartitionProof.of(whole, part)))
                        .isPresent();
    }

    private void alterConstraint(AlterTableAction.AlterConstraint action) {
        QualifiedName referenced = referenced(action.name());
        Boolean enforced = action.attributes().enforced();
        Operation ofForeignKey =
                Boolean.TRUE.equals(enforced) ? Operation.ENFORCE_FOREIGN_KEY : Operation.UNENFORCE_FOREIGN_KEY;
        boolean other = referenced == null || enforced == null;
        on(action, other ? Operation.ALTER_CONSTRAINT : ofForeignKey, referenced);
    }

    /** Returns the table to which the foreign key of that name refers; null for another constraint. */
    private @Nullable QualifiedName referenced(Name constraint) {
        return table.flatMap(known -> known.constraints().get(constraint.text()))
                .map(TableConstraint::referenced)
                .orElse(null);
    }

    private void addColumn(AlterTableAction.AddColumn action) {
        ColumnDef column = action.column();
        Constraint.Default defaultValue = column.constraint(Constraint.Default.class);
        Constraint.Generated generated = column.constraint(Constraint.Generated.class);
        TypeName type = column.type();
        if (action.ifNotExists()
                && table.flatMap(known -> known.column(column.name().text())).isPresent()) {
            on(action, Operation.ADD_COLUMN);
            return;
        }
        if (type != null && ColumnType.isSerial(type)) {
            on(action, Operation.ADD_COLUMN_SERIAL);
        } else if (column.has(Constraint.Identity.class)) {
            on(action, Operation.ADD_COLUMN_IDENTITY);
        } else if (generated != null) {
            boolean virtual = Boolean.FALSE.equals(generated.stored())
                    || (generated.stored() == null && effects.version().isAtLeast(18));
            on(action, virtual ? ofVirtual(column) : Operation.ADD_COLUMN_STORED);
        } else if (type != null && isConstrainedDomain(type.name().qualified())) {
            on(action, Operation.ADD_COLUMN_CONSTRAINED_DOMAIN);
        } else if (defaultValue != null && Volatility.isVolatile(defaultValue.expression(), effects.schema())) {
            on(action, Operation.ADD_COLUMN_VOLATILE_DEFAULT);
        } else {
            boolean filled = defaultValue != null && !Constants.isNull(defaultValue.expression());
            boolean refusesRows = column.has(Constraint.NotNull.class) && !filled;
            on(action, refusesRows ? Operation.ADD_COLUMN_NOT_NULL : Operation.ADD_COLUMN);
        }
        addConstraints(action, defaultValue != null);
    }

    /** Its values are not there to be looked at until they are read, but for a condition on them. */
    private static Operation ofVirtual(ColumnDef column) {
        return column.has(Constraint.NotNull.class) ? Operation.ADD_COLUMN_NOT_NULL : Operation.ADD_COLUMN_VIRTUAL;
    }

    /** What a key refers to is looked up where a default is written, even {@code DEFAULT NULL} (parse_utilcmd.c, transformAlterTableStmt). */
    private void addConstraints(AlterTableAction.AddColumn action, boolean hasDefault) {
        ColumnDef column = action.column();
        for (Constraint constraint : column.constraints()) {
            if (constraint instanceof Constraint.ForeignKey key) {
                boolean looksUp =
                        hasDefault && !Boolean.FALSE.equals(key.attributes().enforced());
                on(
                        action,
                        looksUp ? Operation.ADD_COLUMN_REFERENCES_DEFAULT : Operation.ADD_COLUMN_REFERENCES,
                        effects.schema().resolve(key.referenced()));
            } else if (constraint instanceof Constraint.Check
                    && !Boolean.FALSE.equals(constraint.attributes().enforced())) {
                on(action, Operation.ADD_COLUMN_CHECK);
            } else if (constraint instanceof Constraint.Key) {
                on(action, Operation.ADD_COLUMN_KEY);
            }
        }
    }

    /** A domain over another one has its constraints too; what is called as its own base is another type. */
    private boolean isConstrainedDomain(QualifiedName type) {
        Set<SchemaObject.Type> domains = new HashSet<>();
        Optional<SchemaObject.Type> next = effects.schema().type(type);
        while (next.isPresent() && next.get().kind() == SchemaObject.TypeKind.DOMAIN && domains.add(next.get())) {
            if (!next.get().constraints().isEmpty()) {
                return true;
            }
            next = next.get().base().flatMap(base -> effects.schema().type(base.name()));
        }
        return false;
    }

    private void addConstraint(Constraint constraint, AlterTableAction action) {
        boolean notValid = constraint.notValid()
                || Boolean.FALSE.equals(constraint.attributes().enforced());
        if (constraint instanceof Constraint.Check) {
            on(action, notValid ? Operation.ADD_CHECK_NOT_VALID : Operation.ADD_CHECK);
        } else if (constraint instanceof Constraint.ForeignKey key) {
            on(
                    action,
                    notValid ? Operation.ADD_FOREIGN_KEY_NOT_VALID : Operation.ADD_FOREIGN_KEY,
                    effects.schema().resolve(key.referenced()));
            PartitionKeyEffects.ofKey(name, key, action.range(), effects);
        } else if (constraint instanceof Constraint.Key key) {
            on(action, addKey(key));
        } else if (constraint instanceof Constraint.Exclude) {
            on(action, Operation.ADD_EXCLUSION);
        } else if (constraint instanceof Constraint.NotNull notNull) {
            on(action, notValid ? Operation.ADD_NOT_NULL_NOT_VALID : addNotNull(notNull));
        }
    }

    private Operation addNotNull(Constraint.NotNull constraint) {
        Name column = constraint.column();
        return column != null && isProvedNotNull(column.text())
                ? Operation.ADD_NOT_NULL_PROVED
                : Operation.ADD_NOT_NULL;
    }

    private boolean isVirtual(Name column) {
        return table.flatMap(known -> known.column(column.text()))
                .filter(known -> known.generation() == Table.Generation.VIRTUAL)
                .isPresent();
    }

    private Operation addKey(Constraint.Key key) {
        Name index = key.usingIndex();
        if (index == null) {
            return Operation.ADD_KEY;
        }
        return key instanceof Constraint.PrimaryKey && hasNullable(index)
                ? Operation.ADD_PRIMARY_KEY_USING_NULLABLE_INDEX
                : Operation.ADD_KEY_USING_INDEX;
    }

    private boolean hasNullable(Name index) {
        return effects
                .schema()
                .index(new QualifiedName(name.schemaOrNull(), index.text()))
                .map(SchemaObject.Index::leadingColumns)
                .stream()
                .flatMap(List::stream)
                .anyMatch(column -> !isProvedNotNull(column));
    }

    /** What the same statement drops proves nothing: drops come first (tablecmds.c, {@code AT_PASS_DROP}). */
    private boolean isProvedNotNull(String column) {
        return table.filter(known -> NotNullProof.of(known, column, constraint -> !dropped.contains(constraint.name())))
                .isPresent();
    }

    private void on(AlterTableAction action, Operation operation) {
        on(action, operation, null);
    }

    private void on(AlterTableAction action, Operation operation, @Nullable QualifiedName other) {
        effects.on(name, other, operation, action.range());
    }
}
