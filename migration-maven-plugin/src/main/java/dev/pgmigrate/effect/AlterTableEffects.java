package dev.pgmigrate.effect;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Literals;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TypeName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The effects of {@code ALTER TABLE}, action by action. */
final class AlterTableEffects {
    private final Effects effects;
    private final QualifiedName name;
    private final Optional<Table> table;

    private AlterTableEffects(AlterTable statement, Effects effects) {
        this.effects = effects;
        this.name = effects.schema().resolve(statement.name());
        this.table = effects.schema().table(name);
    }

    static void add(AlterTable statement, Effects effects) {
        if (statement.objectType() == ObjectType.TABLE || statement.objectType() == ObjectType.FOREIGN_TABLE) {
            AlterTableEffects adder = new AlterTableEffects(statement, effects);
            statement.actions().forEach(adder::add);
        }
    }

    private void add(AlterTableAction action) {
        if (action instanceof AlterTableAction.AddColumn add) {
            addColumn(add);
        } else if (action instanceof AlterTableAction.AddConstraint add) {
            addConstraint(add.constraint(), action);
        } else if (action instanceof AlterTableAction.DropConstraint drop) {
            QualifiedName referenced = table.flatMap(
                            t -> t.constraints().get(drop.name().text()))
                    .map(TableConstraint::referenced)
                    .orElse(null);
            on(action, referenced == null ? Operation.DROP_CONSTRAINT : Operation.DROP_FOREIGN_KEY, referenced);
        } else if (action instanceof AlterTableAction.ValidateConstraint validate) {
            QualifiedName referenced = table.flatMap(
                            t -> t.constraints().get(validate.name().text()))
                    .map(TableConstraint::referenced)
                    .orElse(null);
            on(action, referenced == null ? Operation.VALIDATE_CHECK : Operation.VALIDATE_FOREIGN_KEY, referenced);
        } else if (action instanceof AlterTableAction.AlterColumnType change) {
            changeType(change);
        } else if (action instanceof AlterTableAction.SetNotNull set) {
            on(action, isProvedNotNull(set.column().text()) ? Operation.SET_NOT_NULL_PROVED : Operation.SET_NOT_NULL);
        } else if (action instanceof AlterTableAction.AttachPartition attach) {
            on(action, Operation.ATTACH_PARTITION, effects.schema().resolve(attach.partition()));
        } else if (action instanceof AlterTableAction.DetachPartition detach) {
            on(
                    action,
                    detach.concurrently() ? Operation.DETACH_PARTITION_CONCURRENTLY : Operation.DETACH_PARTITION,
                    effects.schema().resolve(detach.partition()));
        } else {
            simple(action).ifPresent(operation -> on(action, operation));
        }
    }

    private static Optional<Operation> simple(AlterTableAction action) {
        Operation operation = action instanceof AlterTableAction.DropColumn
                ? Operation.DROP_COLUMN
                : action instanceof AlterTableAction.DropNotNull
                        ? Operation.DROP_NOT_NULL
                        : action instanceof AlterTableAction.SetDefault
                                ? Operation.SET_DEFAULT
                                : action instanceof AlterTableAction.DropDefault
                                        ? Operation.DROP_DEFAULT
                                        : action instanceof AlterTableAction.AddIdentity
                                                ? Operation.ADD_IDENTITY
                                                : null;
        return Optional.ofNullable(operation).or(() -> settings(action));
    }

    private static Optional<Operation> settings(AlterTableAction action) {
        if (action instanceof AlterTableAction.SetTrigger) {
            return Optional.of(Operation.SWITCH_TRIGGER);
        }
        if (action instanceof AlterTableAction.SetRowSecurity) {
            return Optional.of(Operation.SET_ROW_SECURITY);
        }
        if (action instanceof AlterTableAction.SetLogged) {
            return Optional.of(Operation.SET_PERSISTENCE);
        }
        if (action instanceof AlterTableAction.SetAccessMethod || action instanceof AlterTableAction.SetTablespace) {
            return Optional.of(Operation.SET_ACCESS_METHOD);
        }
        if (action instanceof AlterTableAction.SetStatistics) {
            return Optional.of(Operation.SET_STATISTICS);
        }
        if (action instanceof AlterTableAction.SetStorage) {
            return Optional.of(Operation.SET_STORAGE);
        }
        if (action instanceof AlterTableAction.OwnerTo) {
            return Optional.of(Operation.SET_OWNER);
        }
        if (action instanceof AlterTableAction.ReplicaIdentity) {
            return Optional.of(Operation.REPLICA_IDENTITY);
        }
        return action instanceof AlterTableAction.SetOptions ? Optional.of(Operation.SET_OPTIONS) : Optional.empty();
    }

    private void addColumn(AlterTableAction.AddColumn action) {
        ColumnDef column = action.column();
        Constraint.Default defaultValue = column.constraint(Constraint.Default.class);
        Constraint.Generated generated = column.constraint(Constraint.Generated.class);
        TypeName type = column.type();
        if (type != null && ColumnType.isSerial(type)) {
            on(action, Operation.ADD_COLUMN_SERIAL);
        } else if (column.has(Constraint.Identity.class)) {
            on(action, Operation.ADD_COLUMN_IDENTITY);
        } else if (generated != null) {
            boolean virtual = Boolean.FALSE.equals(generated.stored())
                    || (generated.stored() == null && effects.version().isAtLeast(18));
            on(action, virtual ? Operation.ADD_COLUMN_VIRTUAL : Operation.ADD_COLUMN_STORED);
        } else if (type != null && isConstrainedDomain(type)) {
            on(action, Operation.ADD_COLUMN_CONSTRAINED_DOMAIN);
        } else if (defaultValue != null && Volatility.isVolatile(defaultValue.expression(), effects.schema())) {
            on(action, Operation.ADD_COLUMN_VOLATILE_DEFAULT);
        } else {
            on(action, Operation.ADD_COLUMN);
        }
        for (Constraint constraint : column.constraints()) {
            if (constraint instanceof Constraint.ForeignKey key) {
                boolean filled = defaultValue != null && !Literals.isNull(defaultValue.expression());
                on(
                        action,
                        filled ? Operation.ADD_COLUMN_REFERENCES_DEFAULT : Operation.ADD_COLUMN_REFERENCES,
                        effects.schema().resolve(key.referenced()));
            } else if (constraint instanceof Constraint.Check) {
                on(action, Operation.ADD_COLUMN_CHECK);
            } else if (constraint instanceof Constraint.Key) {
                on(action, Operation.ADD_COLUMN_KEY);
            }
        }
    }

    private boolean isConstrainedDomain(TypeName type) {
        return effects.schema()
                .type(type.name().qualified())
                .filter(found -> found.kind() == SchemaObject.TypeKind.DOMAIN)
                .filter(domain -> !domain.constraints().isEmpty())
                .isPresent();
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
        } else if (constraint instanceof Constraint.Key key) {
            Name index = key.usingIndex();
            boolean nullable = index != null && constraint instanceof Constraint.PrimaryKey && hasNullable(index);
            on(
                    action,
                    index == null
                            ? Operation.ADD_KEY
                            : nullable
                                    ? Operation.ADD_PRIMARY_KEY_USING_NULLABLE_INDEX
                                    : Operation.ADD_KEY_USING_INDEX);
        } else if (constraint instanceof Constraint.Exclude) {
            on(action, Operation.ADD_EXCLUSION);
        } else if (constraint instanceof Constraint.NotNull) {
            on(action, notValid ? Operation.ADD_NOT_NULL_NOT_VALID : Operation.ADD_NOT_NULL);
        }
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

    private boolean isProvedNotNull(String column) {
        return table.filter(known -> NotNullProof.of(known, column)).isPresent();
    }

    private void changeType(AlterTableAction.AlterColumnType change) {
        ColumnType to = ColumnType.of(change.type());
        boolean safe = change.collation() == null
                && isUnchanged(change)
                && table.flatMap(known -> known.column(change.column().text()))
                        .map(Table.Column::type)
                        .filter(from -> TypeChanges.of(from, to) == TypeChanges.Verdict.SAFE)
                        .isPresent();
        on(change, safe ? Operation.CHANGE_TYPE_SAFELY : Operation.CHANGE_TYPE);
    }

    /** {@code USING c} and {@code USING c::same} convert nothing by themselves. */
    private static boolean isUnchanged(AlterTableAction.AlterColumnType change) {
        Expression using = change.using();
        if (using instanceof Expression.TypeCast cast
                && ColumnType.of(cast.type()).equals(ColumnType.of(change.type()))) {
            using = cast.operand();
        }
        return using == null
                || (using instanceof Expression.ColumnRef reference
                        && reference.names().size() == 1
                        && reference
                                .names()
                                .get(0)
                                .text()
                                .equals(change.column().text()));
    }

    private void on(AlterTableAction action, Operation operation) {
        on(action, operation, null);
    }

    private void on(AlterTableAction action, Operation operation, @Nullable QualifiedName other) {
        effects.on(name, other, operation, action.range());
    }
}
