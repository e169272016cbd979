package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.FromItem;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.WithClause.CommonTableExpr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells which tables and views the queries of one statement read by name. */
final class FromClauses {
    private final Set<String> commonTables = new HashSet<>();

    /** @param nodes those of the statement */
    FromClauses(List<Node> nodes) {
        for (Node node : nodes) {
            if (node instanceof CommonTableExpr table) {
                commonTables.add(table.name().text());
            }
        }
    }

    /**
     * What a query reads.
     *
     * @param relations in the order of the text
     * @param whole whether it reads nothing else: no function, no query, no common table and nothing with columns renamed
     */
    record Read(List<Relation> relations, boolean whole) {}

    /**
     * A table or view that is read.
     *
     * @param alias what stands for it before a dot
     */
    record Relation(String alias, ObjectName name) {}

    Read read(List<FromItem> items) {
        List<Relation> relations = new ArrayList<>();
        boolean whole = true;
        Deque<FromItem> open = new ArrayDeque<>(items);
        while (!open.isEmpty()) {
            FromItem next = open.pop();
            if (next instanceof FromItem.JoinExpr join) {
                open.push(join.right());
                open.push(join.left());
                whole &= join.alias() == null && join.usingAlias() == null;
            } else if (next instanceof FromItem.RangeTableSample sample) {
                open.push(sample.relation());
            } else if (next instanceof FromItem.RangeVar relation && isPlain(relation)) {
                Name alias = relation.alias() == null
                        ? relation.name().last()
                        : relation.alias().name();
                relations.add(new Relation(alias.text(), relation.name()));
            } else {
                whole = false;
            }
        }
        return new Read(relations, whole);
    }

    /** Reads the table whose rows are changed, and what stands beside it. */
    Read read(DmlStatement change) {
        List<FromItem> items = new ArrayList<>(List.of(change.relation()));
        if (change instanceof DmlStatement.Update update) {
            items.addAll(update.from());
        } else if (change instanceof DmlStatement.Delete delete) {
            items.addAll(delete.using());
        } else if (change instanceof DmlStatement.Merge merge) {
            items.add(merge.source());
        }
        return read(items);
    }

    private boolean isPlain(FromItem.RangeVar relation) {
        boolean isCommon = relation.name().schema() == null
                && commonTables.contains(relation.name().last().text());
        return !isCommon
                && (relation.alias() == null || relation.alias().columns().isEmpty());
    }
}
