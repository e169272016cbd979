package dev.pgmigrate.migration;

import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.DatabaseStatement;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.FunctionStatement;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.MaintenanceStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PublicationStatement;
import dev.pgmigrate.sql.ast.SessionStatement;
import dev.pgmigrate.sql.ast.SettingStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a statement can run inside a transaction block; decided here once, for lint, apply and proof.
 *
 * <p>The manual says so on the page of each command; in the server's source it is {@code PreventInTransactionBlock}.
 */
public enum Transactional {
    YES,
    NO,
    /** It depends on what the statement alone does not show: whether a table is partitioned, what a procedure does. */
    DEPENDS;

    private static final Set<String> OFF = Set.of("false", "off", "0", "no", "f", "n");

    /** Returns whether {@code statement} can run inside a transaction block. */
    public static Transactional of(Statement statement) {
        if (statement instanceof IndexStatement index) {
            return ofIndex(index);
        }
        if (statement instanceof DropStatement drop) {
            return ofDrop(drop);
        }
        if (statement instanceof TableStatement.AlterTable alter) {
            return noIf(alter.actions().stream()
                    .anyMatch(action ->
                            action instanceof AlterTableAction.DetachPartition detach && detach.concurrently()));
        }
        if (statement instanceof MaintenanceStatement maintenance) {
            return ofMaintenance(maintenance);
        }
        if (statement instanceof DatabaseStatement database) {
            return ofDatabase(database);
        }
        if (statement instanceof PublicationStatement publication) {
            return ofSubscription(publication);
        }
        if (statement instanceof TransactionStatement transaction) {
            return noIf(transaction.action() == TransactionStatement.Action.COMMIT_PREPARED
                    || transaction.action() == TransactionStatement.Action.ROLLBACK_PREPARED);
        }
        if (statement instanceof SessionStatement.Discard discard) {
            return noIf(discard.target() == SessionStatement.DiscardTarget.ALL);
        }
        if (statement instanceof FunctionStatement.CallStatement
                || statement instanceof FunctionStatement.DoStatement) {
            // A COMMIT in their bodies fails inside a transaction block (manual, 41.8 "Transaction Management").
            return DEPENDS;
        }
        return noIf(statement instanceof SettingStatement.AlterSystem);
    }

    /**
     * Returns whether there are statements that cannot run in a transaction block, and only {@code SET} beside them.
     */
    static boolean noneOf(List<Statement> statements) {
        boolean works = false;
        for (Statement statement : statements) {
            if (!(statement instanceof SettingStatement.SetStatement)) {
                if (of(statement) != NO) {
                    return false;
                }
                works = true;
            }
        }
        return works;
    }

    private static Transactional noIf(boolean condition) {
        return condition ? NO : YES;
    }

    private static Transactional ofIndex(IndexStatement index) {
        if (index instanceof IndexStatement.CreateIndex create) {
            return noIf(create.concurrently());
        }
        if (index instanceof IndexStatement.Reindex reindex) {
            return switch (reindex.target()) {
                case SCHEMA, SYSTEM, DATABASE -> NO;
                // On a partitioned one, every partition is a transaction of its own.
                case INDEX, TABLE -> reindex.concurrently() ? NO : DEPENDS;
            };
        }
        return YES;
    }

    private static Transactional ofDrop(DropStatement drop) {
        if (drop instanceof DropStatement.Drop index) {
            return noIf(index.concurrently());
        }
        if (drop.objectType() == ObjectType.SUBSCRIPTION) {
            // Only one without a replication slot can be dropped in a transaction block.
            return DEPENDS;
        }
        return noIf(drop.objectType() == ObjectType.DATABASE || drop.objectType() == ObjectType.TABLESPACE);
    }

    private static Transactional ofMaintenance(MaintenanceStatement maintenance) {
        if (maintenance instanceof MaintenanceStatement.Cluster cluster) {
            return cluster.table() == null ? NO : DEPENDS;
        }
        return noIf(maintenance instanceof MaintenanceStatement.Vacuum);
    }

    private static Transactional ofDatabase(DatabaseStatement database) {
        return noIf(database instanceof DatabaseStatement.CreateDatabase
                || database instanceof DatabaseStatement.CreateTablespace
                || (database instanceof DatabaseStatement.AlterDatabase alter
                        && alter.options().stream().anyMatch(option -> option.is("tablespace"))));
    }

    private static Transactional ofSubscription(PublicationStatement statement) {
        if (statement instanceof PublicationStatement.CreateSubscription create) {
            // Creating the slot on the publisher cannot be rolled back.
            return noIf(!isOff(create.options(), "connect") && !isOff(create.options(), "create_slot"));
        }
        if (statement instanceof PublicationStatement.AlterSubscription alter) {
            return switch (alter.change()) {
                case REFRESH_PUBLICATION -> NO;
                case ADD_PUBLICATION, DROP_PUBLICATION, SET_PUBLICATION -> noIf(!isOff(alter.options(), "refresh"));
                case SET_OPTIONS -> DEPENDS;
                case CONNECTION, ENABLE, DISABLE, SKIP -> YES;
            };
        }
        return YES;
    }

    private static boolean isOff(List<DefElem> options, String name) {
        return options.stream()
                .anyMatch(
                        option -> option.is(name) && OFF.contains(option.value().toLowerCase(Locale.ROOT)));
    }
}
