package dev.pgmigrate.proof.rows;

import java.util.ArrayList;
import java.util.List;

/**
 * A row that differs from the others of its table in what it shows.
 *
 * @param number its place among the rows of its table, from 0 on
 * @param pick which of a column's values it has; what is more than there are means the last
 * @param nulls whether it has NULL where that is allowed
 * @param defaults whether it leaves defaults to the server
 */
record RowVariant(int number, int pick, boolean nulls, boolean defaults) {
    /** An ordinary row, one with gaps, one with the longest values, a duplicate of the first, and one with empty texts. */
    private static final List<RowVariant> ORDINARY = List.of(
            new RowVariant(0, 0, false, true),
            new RowVariant(1, 1, true, false),
            new RowVariant(2, Integer.MAX_VALUE, false, false),
            new RowVariant(3, 0, false, true),
            new RowVariant(4, 1, false, false));

    /** More labels than these are not tried. */
    private static final int MOST_LABELS = 16;

    /** Returns the rows of a table: enough for each label of its enums. */
    static List<RowVariant> of(TableShape table) {
        List<RowVariant> variants = new ArrayList<>(ORDINARY);
        int labels = table.columns().stream()
                .mapToInt(column -> column.labels().size())
                .max()
                .orElse(0);
        for (int label = 1; label < Math.min(labels - 1, MOST_LABELS); label++) {
            variants.add(new RowVariant(variants.size(), label, false, false));
        }
        return variants;
    }
}
