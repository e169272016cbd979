package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.AlterTableAction.AttachPartition;
import dev.pgmigrate.sql.ast.AlterTableAction.DetachPartition;
import dev.pgmigrate.sql.ast.AlterTableAction.Inherit;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A link between two tables that the server refuses to make because it is there, or to end because it is not.
 *
 * @param action what makes or ends it: {@code ATTACH} or {@code DETACH PARTITION}, {@code INHERIT} or {@code NO INHERIT}
 * @param state what the child is, as messages say it: {@code is a partition}
 */
record RefusedLink(AlterTableAction action, ObjectName child, ObjectName parent, String state, String sqlState) {
    /** Returns those of one {@code ALTER TABLE} that {@code schema} would meet. */
    static List<RefusedLink> of(AlterTable alter, Schema schema) {
        Table table = schema.table(alter.name()).orElse(null);
        if (table == null) {
            return List.of();
        }
        List<RefusedLink> refused = new ArrayList<>(1);
        Set<QualifiedName> parents = new HashSet<>(table.parents());
        for (AlterTableAction action : alter.actions()) {
            if (action instanceof AttachPartition attach) {
                if (schema.table(attach.partition()).map(Table::partitionOf).isPresent()) {
                    refused.add(new RefusedLink(
                            action, attach.partition(), alter.name(), "is a partition", SqlState.WRONG_OBJECT_TYPE));
                }
            } else if (action instanceof DetachPartition detach) {
                if (schema.table(detach.partition())
                        .filter(part -> table.name().equals(part.partitionOf()))
                        .isEmpty()) {
                    String state = "is not a partition of `" + alter.name() + "`";
                    refused.add(
                            new RefusedLink(action, detach.partition(), alter.name(), state, SqlState.UNDEFINED_TABLE));
                }
            } else if (action instanceof Inherit inherit && !changes(parents, inherit, schema)) {
                String state = (inherit.add() ? "inherits from `" : "does not inherit from `") + inherit.parent() + "`";
                String sqlState = inherit.add() ? SqlState.DUPLICATE_TABLE : SqlState.UNDEFINED_TABLE;
                refused.add(new RefusedLink(action, alter.name(), inherit.parent(), state, sqlState));
            }
        }
        return List.copyOf(refused);
    }

    /** The actions run in their order, so that one can undo what the one before it did. */
    private static boolean changes(Set<QualifiedName> parents, Inherit inherit, Schema schema) {
        QualifiedName parent = schema.resolve(inherit.parent());
        return inherit.add() ? parents.add(parent) : parents.remove(parent);
    }

    /** Returns whether it was to be made, not to be ended. */
    boolean isMade() {
        return !(action instanceof DetachPartition || (action instanceof Inherit inherit && !inherit.add()));
    }
}
