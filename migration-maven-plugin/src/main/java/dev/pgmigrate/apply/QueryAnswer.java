package dev.pgmigrate.apply;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a validation query returns.
 *
 * @param rows the first two rows, each with its values
 */
record QueryAnswer(List<List<@Nullable Object>> rows) {
    /** How many rows have to be read to see that there are too many. */
    static final int ENOUGH = 2;

    /** Returns whether it is one row with true. */
    boolean holds() {
        return rows.size() == 1
                && rows.get(0).size() == 1
                && Boolean.TRUE.equals(rows.get(0).get(0));
    }

    /** Returns it for a sentence: {@code returns no row}. */
    String words() {
        if (rows.isEmpty()) {
            return "no row";
        }
        if (rows.size() > 1) {
            return "more than one row";
        }
        List<@Nullable Object> row = rows.get(0);
        if (row.size() != 1) {
            return row.size() + " columns";
        }
        Object value = row.get(0);
        if (value == null) {
            return "NULL";
        }
        return value instanceof Boolean ? value.toString() : "a value that is not of type boolean";
    }
}
