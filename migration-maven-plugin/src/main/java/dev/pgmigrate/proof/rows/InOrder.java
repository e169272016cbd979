package dev.pgmigrate.proof.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings tables into an order in which each comes after those that it refers to, as far as that is possible. */
final class InOrder {
    private final Map<Long, TableShape> tables = new HashMap<>();
    private final Set<Long> seen = new HashSet<>();
    private final List<TableShape> ordered = new ArrayList<>();

    private InOrder(List<TableShape> tables) {
        tables.forEach(table -> this.tables.put(table.oid(), table));
    }

    static List<TableShape> ofReferences(List<TableShape> tables) {
        InOrder order = new InOrder(tables);
        tables.forEach(order::add);
        return order.ordered;
    }

    private void add(TableShape table) {
        if (seen.add(table.oid())) {
            for (ColumnShape column : table.columns()) {
                TableShape parent = column.referenceOrNull() == null
                        ? null
                        : tables.get(column.referenceOrNull().table());
                if (parent != null) {
                    add(parent);
                }
            }
            ordered.add(table);
        }
    }
}
