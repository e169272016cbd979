package dev.pgmigrate.proof.observe;

import dev.pgmigrate.postgres.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows are not what they were.
 *
 * @param table its name
 * @param before the number of its rows before
 * @param after the number of its rows now; 0 if the table is gone
 * @param gone rows that are not there any more, as text; empty if there are too many to say, or other columns
 * @param come rows that were not there before, likewise
 */
public record RowChange(QualifiedName table, long before, long after, List<String> gone, List<String> come) {
    public RowChange {
        gone = List.copyOf(gone);
        come = List.copyOf(come);
    }

    /** Returns the tables that differ, by their numbers; a table that is on one side only differs if it has rows. */
    static SortedMap<Long, RowChange> between(Map<Long, TableRows> before, Map<Long, TableRows> after) {
        Set<Long> tables = new TreeSet<>(before.keySet());
        tables.addAll(after.keySet());
        SortedMap<Long, RowChange> changes = new TreeMap<>();
        for (Long table : tables) {
            RowChange change = of(before.get(table), after.get(table));
            if (change != null) {
                changes.put(table, change);
            }
        }
        return changes;
    }

    private static @Nullable RowChange of(@Nullable TableRows before, @Nullable TableRows after) {
        if (before == null || after == null) {
            TableRows only = before == null ? after : before;
            if (only == null || only.count() == 0) {
                return null;
            }
            return before == null
                    ? new RowChange(only.table(), 0, only.count(), List.of(), only.rows())
                    : new RowChange(only.table(), only.count(), 0, only.rows(), List.of());
        }
        if (!before.columns().equals(after.columns())) {
            return before.count() == after.count()
                    ? null
                    : new RowChange(before.table(), before.count(), after.count(), List.of(), List.of());
        }
        if (before.count() == after.count() && before.digest().equals(after.digest())) {
            return null;
        }
        boolean shown = before.rows().size() == before.count() && after.rows().size() == after.count();
        return new RowChange(
                before.table(),
                before.count(),
                after.count(),
                shown ? without(before.rows(), after.rows()) : List.of(),
                shown ? without(after.rows(), before.rows()) : List.of());
    }

    /** Returns {@code rows} without {@code others}, each of which takes one equal row away. */
    private static List<String> without(List<String> rows, List<String> others) {
        List<String> left = new ArrayList<>(rows);
        others.forEach(left::remove);
        left.sort(Comparator.naturalOrder());
        return left;
    }
}
