package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.replay.Presence;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.ColumnRef;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.PolicyStatement;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.SortBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the columns that the queries of a statement read, each with its table. A name is only resolved if it is
 * unambiguous: a column qualified by a table, or an unqualified one where all tables are known.
 */
public final class QueryColumnUses {
    /** RETURNING has the row before and after, by these names from PostgreSQL 18 on. */
    private static final Set<String> OF_RETURNING = Set.of("old", "new");

    private final Schema schema;
    private final @Nullable Set<String> variables;
    private final FromClauses from;

    /** ORDER BY and GROUP BY may name a column of the output. */
    private final Set<Expression> ofOutput = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Deque<Scope> scopes = new ArrayDeque<>();
    private final List<ColumnUses.Use> uses = new ArrayList<>();
    private final List<Stranger> strangers = new ArrayList<>();

    /** The rows of an INSERT, which read no table, not even the one that they are for. */
    private @Nullable SelectStatement rows;

    private QueryColumnUses(List<Node> nodes, Schema schema, @Nullable Set<String> variables) {
        this.from = new FromClauses(nodes);
        this.schema = schema;
        this.variables = variables;
    }

    /**
     * Returns what a statement reads from tables that {@code schema} knows.
     *
     * @param nodes those of the statement, in the order of the text
     * @param variables the names that may be variables around the statement; null where nobody knows them
     */
    static QueryColumnUses of(List<Node> nodes, Schema schema, @Nullable Set<String> variables) {
        QueryColumnUses found = new QueryColumnUses(nodes, schema, variables);
        nodes.forEach(found::visit);
        return found;
    }

    List<ColumnUses.Use> uses() {
        return uses;
    }

    /** Returns the names that belong to no table of the query that they stand in. */
    List<Stranger> strangers() {
        return strangers;
    }

    /**
     * A name that no table around it has.
     *
     * @param relation whether it stands before a dot, where a table or its alias should
     */
    public record Stranger(Name name, boolean relation) {}

    /** Nodes come in the order of the text, so a scope ends as soon as one begins after it. */
    private void visit(Node node) {
        while (!scopes.isEmpty() && scopes.element().range.end() <= node.range().start()) {
            scopes.pop();
        }
        if (node instanceof PolicyStatement policy) {
            push(policy).add(policy.table().last().text(), policy.table());
        } else if (node instanceof SelectStatement.Select select) {
            add(from.read(select.from()), push(select));
        } else if (node instanceof SelectStatement) {
            push(node).known = node == rows;
        } else if (node instanceof DmlStatement change) {
            Scope scope = push(change);
            scope.rows.addAll(OF_RETURNING);
            add(from.read(change), scope);
            if (change instanceof DmlStatement.Insert insert) {
                rows = insert.source() instanceof SelectStatement.Values values ? values : rows;
                scope.add("excluded", change.relation().name());
            }
        } else if (node instanceof SortBy order) {
            ofOutput.add(order.expression());
        } else if (node instanceof SelectStatement.GroupingElement group) {
            ofOutput.addAll(group.expressions());
        } else if (node instanceof ColumnRef reference
                && !reference.star()
                && !ofOutput.contains(reference)
                && node.range().length() > 0) {
            read(reference.names());
        }
    }

    private Scope push(Node node) {
        Scope scope = new Scope(node.range());
        scopes.push(scope);
        return scope;
    }

    private void add(FromClauses.Read read, Scope scope) {
        scope.known &= read.whole();
        for (FromClauses.Relation relation : read.relations()) {
            if (schema.table(relation.name()).isPresent()) {
                scope.add(relation.alias(), relation.name());
            } else {
                scope.known = false;
            }
        }
    }

    private void read(List<Name> names) {
        String first = names.get(0).text();
        boolean sure = variables != null && !variables.contains(first);
        if (names.size() == 2) {
            for (Scope scope : scopes) {
                ObjectName table = scope.tables.get(first);
                if (table != null || !scope.known || scope.isRow(first)) {
                    addUnlessNull(table, names.get(1));
                    return;
                }
            }
            if (sure && !scopes.isEmpty()) {
                strangers.add(new Stranger(names.get(0), true));
            }
        } else if (names.size() == 1 && sure) {
            if (!scopes.isEmpty() && scopes.element().isOfRows(rows)) {
                strangers.add(new Stranger(names.get(0), false));
                return;
            }
            addUnlessNull(lacking(first), names.get(0));
        }
    }

    private void addUnlessNull(@Nullable ObjectName table, Name column) {
        if (table != null) {
            uses.add(new ColumnUses.Use(table, column, false));
        }
    }

    /** Returns the one table of the innermost query, if neither it nor any table around has the column. */
    private @Nullable ObjectName lacking(String column) {
        Scope innermost = null;
        for (Scope scope : scopes) {
            boolean absent = scope.tables.values().stream().allMatch(table -> isAbsent(table, column));
            if (!scope.known || !absent || scope.isRow(column)) {
                return null;
            }
            innermost = innermost == null && !scope.tables.isEmpty() ? scope : innermost;
        }
        Set<ObjectName> tables = innermost == null ? Set.of() : new HashSet<>(innermost.tables.values());
        return tables.size() == 1 ? tables.iterator().next() : null;
    }

    private boolean isAbsent(ObjectName name, String column) {
        return schema.table(name)
                .map((Table table) -> table.columnPresence(column))
                .filter(Presence::isAbsent)
                .isPresent();
    }

    /** A query and the tables that it reads. */
    private static final class Scope {
        private final SourceRange range;
        private final Map<String, ObjectName> tables = new HashMap<>();
        private final Set<String> rows = new HashSet<>();

        /** Whether all that it reads are tables of the schema. */
        private boolean known = true;

        Scope(SourceRange range) {
            this.range = range;
        }

        boolean isOfRows(@Nullable SelectStatement source) {
            return source != null && source.range().equals(range);
        }

        boolean isRow(String name) {
            return tables.containsKey(name) || rows.contains(name);
        }

        void add(String alias, ObjectName table) {
            tables.put(alias, table);
        }
    }
}
