package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.SchemaObject.View;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FromItem;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import dev.pgmigrate.sql.ast.WithClause;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what depends on a column or a key, so that {@code ALTER TABLE} cannot drop it without {@code CASCADE}. */
public final class ColumnDependents {
    private ColumnDependents() {}

    /** Returns one thing that depends on a column, in words. */
    public static Optional<String> ofColumn(Table table, String column, Schema schema) {
        Optional<String> user = ofUser(table, column, schema);
        if (user.isPresent()) {
            return user;
        }
        for (TableConstraint key : table.constraints().all()) {
            if (isKey(key) && key.columns().contains(column)) {
                Optional<String> reference = ofKey(table, key, column, schema);
                if (reference.isPresent()) {
                    return reference;
                }
            }
        }
        return Optional.empty();
    }

    /** Returns one thing that reads a column, so that not even its type can change, in words. */
    public static Optional<String> ofReader(Table table, String column, Schema schema) {
        // Before PostgreSQL 15 a generated column was dropped with the column, so it did not prevent a drop.
        for (Table.Column other : table.columns().all()) {
            if (other.generated() && isNamed(other.defaultValue(), column, table)) {
                return Optional.of("generated column `" + other.name() + "`");
            }
        }
        return ofUser(table, column, schema);
    }

    private static Optional<String> ofUser(Table table, String column, Schema schema) {
        for (View view : schema.viewsUsing(table.name())) {
            if (view.query() != null && names(view.query(), column, view, table, schema)) {
                return Optional.of("view `" + view.name() + "`");
            }
        }
        for (Table.Trigger trigger : table.triggers().all()) {
            if (trigger.columns().contains(column) || isRead(trigger.definition(), column)) {
                return Optional.of("trigger `" + trigger.name() + "`");
            }
        }
        for (Table.Policy policy : table.policies().all()) {
            if (policy.conditions().stream().anyMatch(condition -> isNamed(condition, column, table))) {
                return Optional.of("policy `" + policy.name() + "`");
            }
        }
        return Optional.empty();
    }

    /** Returns one foreign key that needs a primary key or a unique constraint, in words. */
    public static Optional<String> ofKey(Table table, TableConstraint key, Schema schema) {
        return ofKey(table, key, null, schema);
    }

    /** A foreign key of the table itself is dropped with its column. */
    private static Optional<String> ofKey(Table table, TableConstraint key, @Nullable String going, Schema schema) {
        if (!isKey(key) || hasTwin(table, key, schema)) {
            return Optional.empty();
        }
        for (Table user : schema.tablesReferencing(table.name())) {
            for (TableConstraint constraint : user.constraints().all()) {
                boolean goes = going != null
                        && user.name().equals(table.name())
                        && constraint.columns().contains(going);
                if (!goes && table.name().equals(constraint.referenced()) && needs(constraint, key)) {
                    return Optional.of("foreign key `" + constraint.name() + "` on `" + user.name() + "`");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isKey(TableConstraint constraint) {
        return constraint.kind() == TableConstraint.Kind.PRIMARY_KEY
                || constraint.kind() == TableConstraint.Kind.UNIQUE;
    }

    private static boolean needs(TableConstraint reference, TableConstraint key) {
        List<String> columns = reference.referencedColumns();
        return columns.isEmpty()
                ? key.kind() == TableConstraint.Kind.PRIMARY_KEY
                : new HashSet<>(columns).equals(new HashSet<>(key.columns()));
    }

    /** Where two unique indexes have the same columns, either may be the one. */
    private static boolean hasTwin(Table table, TableConstraint key, Schema schema) {
        Set<String> columns = new HashSet<>(key.columns());
        int same = 0;
        for (SchemaObject.Index index : schema.indexesOf(table.name())) {
            if (index.unique() && columns.equals(new HashSet<>(index.leadingColumns()))) {
                same++;
            }
        }
        return same > 1;
    }

    private static boolean isRead(CreateTrigger trigger, String column) {
        if (trigger.when() == null) {
            return false;
        }
        for (Node node : Nodes.all(trigger.when())) {
            if (node instanceof Expression.ColumnRef reference
                    && reference.relation() != null
                    && reference.names(column)) {
                return true;
            }
        }
        return false;
    }

    /** Queries within a policy have columns of their own, and are left out. */
    private static boolean isNamed(@Nullable Expression expression, String column, Table table) {
        return expression != null
                && ColumnUses.free(expression).stream().anyMatch(reference -> isOf(reference, column, table.name()));
    }

    private static boolean isOf(Expression.ColumnRef reference, String column, QualifiedName table) {
        Name relation = reference.relation();
        return reference.names(column) && (relation == null || relation.text().equals(table.name()));
    }

    /** Certain only if nothing else that the view reads can have a column of that name. */
    private static boolean names(Statement query, String column, View view, Table table, Schema schema) {
        for (QualifiedName used : view.uses()) {
            if (!used.equals(table.name())
                    && !schema.table(used)
                            .filter(other -> other.columnPresence(column).isAbsent())
                            .isPresent()) {
                return false;
            }
        }
        boolean named = false;
        for (Node node : Nodes.all(query)) {
            if (node instanceof FromItem.RangeSubselect || node instanceof WithClause) {
                // Their output may have a column of that name as well.
                return false;
            }
            if (node instanceof Expression.ColumnRef reference) {
                boolean all = reference.star() && view.uses().size() == 1 && reference.relation() == null;
                named |= all || reference.names(column);
            }
        }
        return named;
    }
}
