package dev.pgmigrate.proof.rows;

import java.util.List;

/**
 * A table that can be filled.
 *
 * @param oid its number
 * @param name its name as SQL text
 * @param width the number of columns that it has ever had
 * @param columns the columns that take values
 * @param checks the conditions that its rows meet
 * @param bounds the bounds of some partitions, by which values have to go
 */
record TableShape(long oid, String name, int width, List<ColumnShape> columns, List<Check> checks, Bounds bounds) {
    TableShape {
        columns = List.copyOf(columns);
        checks = List.copyOf(checks);
    }

    /**
     * A CHECK constraint.
     *
     * @param condition its expression
     * @param columns the columns that it is about, as SQL text
     */
    record Check(String condition, List<String> columns) {
        Check {
            columns = List.copyOf(columns);
        }
    }

    /**
     * How a table is partitioned.
     *
     * @param columns the columns of the key, as SQL text; empty if it is not partitioned
     * @param text the bounds of some partitions
     */
    record Bounds(List<String> columns, String text) {
        static final Bounds NONE = new Bounds(List.of(), "");

        Bounds {
            columns = List.copyOf(columns);
        }
    }
}
