package dev.pgmigrate.lint;

import dev.pgmigrate.sql.SourceRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The strings of a file that hold SQL, in which a place is looked up without a look at each. */
final class QuotedRanges {
    /** The furthest end of all that begin there or before, by where they begin. */
    private final NavigableMap<Integer, Integer> ends = new TreeMap<>();

    QuotedRanges(List<SourceRange> strings) {
        List<SourceRange> sorted = new ArrayList<>(strings);
        sorted.sort(Comparator.comparingInt(SourceRange::start));
        int furthest = 0;
        for (SourceRange string : sorted) {
            furthest = Math.max(furthest, string.end());
            ends.put(string.start(), furthest);
        }
    }

    /** Returns whether an edit of {@code fix} begins inside one of them. */
    boolean hold(Fix fix) {
        return fix.edits().stream().anyMatch(edit -> hold(edit.range().start()));
    }

    private boolean hold(int place) {
        Map.Entry<Integer, Integer> before = ends.lowerEntry(place);
        return before != null && place < before.getValue();
    }
}
