package dev.pgmigrate.proof.rows;

import dev.pgmigrate.postgres.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the statements that fill a table; those that the server refuses leave no row. */
final class RowWriter {
    private static final String TRIED = "BEGIN %s; EXCEPTION WHEN OTHERS OR assert_failure THEN NULL; END;\n";

    private RowWriter() {}

    /** Returns the statements of a PL/pgSQL block that fill {@code table} with {@code values}, by column. */
    static String block(TableShape table, Map<String, List<String>> values) {
        StringBuilder block = new StringBuilder();
        for (RowVariant variant : RowVariant.of(table)) {
            block.append(TRIED.formatted(insert(table, variant, values)));
        }
        return block.toString();
    }

    private static String insert(TableShape table, RowVariant variant, Map<String, List<String>> values) {
        List<String> names = new ArrayList<>();
        List<String> written = new ArrayList<>();
        for (ColumnShape column : table.columns()) {
            if (column.defaulted() && variant.defaults() && !column.unique()) {
                continue;
            }
            names.add(column.name());
            written.add(value(table, column, variant, values.getOrDefault(column.name(), List.of())));
        }
        return names.isEmpty()
                ? "INSERT INTO " + table.name() + " DEFAULT VALUES"
                : "INSERT INTO " + table.name() + " (" + String.join(", ", names) + ") VALUES ("
                        + String.join(", ", written) + ")";
    }

    private static String value(TableShape table, ColumnShape column, RowVariant variant, List<String> values) {
        ColumnShape.Reference parent = column.referenceOrNull();
        if ((column.nullable() && variant.nulls())
                || values.isEmpty()
                || (parent != null && parent.table() == table.oid())) {
            return "NULL";
        }
        if (parent != null) {
            int offset = column.unique() ? variant.number() : variant.number() % 3;
            return "(SELECT %s FROM %s ORDER BY ctid LIMIT 1 OFFSET %d)"
                    .formatted(parent.column(), parent.tableName(), offset);
        }
        int pick = column.unique() ? variant.number() % values.size() : Math.min(variant.pick(), values.size() - 1);
        return Literal.quote(values.get(pick)) + "::" + column.type();
    }
}
