package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.BulkStatement.Truncate;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DropStatement.Drop;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.PolicyStatement.CreatePolicy;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TableStatement.Definition;
import java.util.List;

/**
 * Reports a change of a table that no server makes, because of its partition key, its keys, its kind or
 * that of its constraint.
 */
final class InvalidTableChange extends StatementRule<Statement> {
    private static final int FOREIGN_KEYS_NOT_VALID = 18;

    InvalidTableChange() {
        super(
                Facts.error(Category.ORDER).since("0.1"),
                AlterTable.class,
                Definition.class,
                Drop.class,
                CreateIndex.class,
                CreatePolicy.class,
                Truncate.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        Refusals refusals = new Refusals(context, reporter);
        ObjectKinds.check(statement, refusals);
        if (statement instanceof Definition create) {
            if (!refusals.isThere(create)) {
                create.columns().forEach(column -> foreignKeys(create.name(), column.constraints(), refusals));
                foreignKeys(create.name(), create.constraints(), refusals);
            }
        } else if (statement instanceof AlterTable alter) {
            refusals.schema().table(alter.name()).ifPresent(table -> alter(alter, table, refusals));
        }
    }

    /** A table may refer to itself, by a key that the statement adds. */
    private static void foreignKeys(ObjectName of, List<Constraint> constraints, Refusals refusals) {
        for (Constraint constraint : constraints) {
            if (constraint instanceof Constraint.ForeignKey key) {
                Schema after = refusals.context().schemaAfter().certain();
                after.table(of).ifPresent(table -> Persistences.check(table, key, after, refusals));
                if (after.table(key.referenced()).isPresent()) {
                    ForeignKeyTargets.check(key, after, refusals);
                }
            }
        }
    }

    private static void alter(AlterTable alter, Table table, Refusals refusals) {
        for (AlterTableAction action : alter.actions()) {
            if (table.isPartitioned()) {
                partitioned(action, table, refusals);
            }
            constraint(action, table, refusals);
            if (action instanceof AlterTableAction.SetLogged set) {
                Persistences.set(set, table, refusals);
            }
            if (action instanceof AlterTableAction.AddConstraint add) {
                foreignKeys(alter.name(), List.of(add.constraint()), refusals);
            } else if (action instanceof AlterTableAction.AddColumn add) {
                foreignKeys(alter.name(), add.column().constraints(), refusals);
            }
        }
    }

    private static void partitioned(AlterTableAction action, Table table, Refusals refusals) {
        String name = "`" + table.name() + "` is partitioned";
        if (action instanceof AlterTableAction.Inherit inherit && inherit.add()) {
            refusals.add(action.range(), SqlState.WRONG_OBJECT_TYPE, name + " and cannot inherit", "Leave it out.");
        } else if (action instanceof AlterTableAction.DropColumn drop) {
            PartitionKeyUses.check(table, drop.name(), "dropped", refusals);
        } else if (action instanceof AlterTableAction.AlterColumnType change) {
            PartitionKeyUses.check(table, change.column(), "given another type", refusals);
        } else if (action instanceof AlterTableAction.AddConstraint add
                && add.constraint() instanceof Constraint.ForeignKey
                && add.constraint().notValid()
                && !refusals.context().target().isAtLeast(FOREIGN_KEYS_NOT_VALID)) {
            refusals.add(
                    action.range(),
                    SqlState.WRONG_OBJECT_TYPE,
                    name + ", and before PostgreSQL 18 its foreign keys cannot be NOT VALID",
                    "Add it NOT VALID to each partition, validate it there, and add it to the whole at the end.");
        }
    }

    private static void constraint(AlterTableAction action, Table table, Refusals refusals) {
        if (action instanceof AlterTableAction.AlterConstraint alter) {
            table.constraints()
                    .get(alter.name().text())
                    .filter(known -> alter.inherit() == null
                            ? known.kind() != TableConstraint.Kind.FOREIGN_KEY
                            : known.kind() != TableConstraint.Kind.NOT_NULL)
                    .ifPresent(known -> refusals.add(
                            alter.name().range(),
                            SqlState.WRONG_OBJECT_TYPE,
                            "`" + alter.name().text() + "` on `" + table.name()
                                    + "` is not a constraint that ALTER CONSTRAINT can change this way",
                            "Drop it, and add it again in its new form."));
        } else if (action instanceof AlterTableAction.DropNotNull drop) {
            refusals.addIf(
                    table.primaryKey()
                            .filter(key -> key.columns().contains(drop.column().text()))
                            .isPresent(),
                    drop.range(),
                    SqlState.INVALID_TABLE_DEFINITION,
                    "`" + drop.column().text() + "` is in the primary key of `" + table.name() + "`",
                    "Drop the key first.");
        } else if (action instanceof AlterTableAction.DetachPartition detach) {
            refusals.addIf(
                    table.created() && !table.isPartitioned(),
                    detach.range(),
                    refusals.ofUnpartitioned(),
                    "`" + table.name() + "` is not partitioned",
                    "Name the partitioned table.");
            refusals.schema()
                    .table(detach.partition())
                    .filter(part -> part.created() && !table.name().equals(part.partitionOf()))
                    .ifPresent(part -> refusals.add(
                            detach.partition().range(),
                            SqlState.UNDEFINED_TABLE,
                            "`" + part.name() + "` is not a partition of `" + table.name() + "`",
                            "Name a partition of it."));
        }
    }
}
