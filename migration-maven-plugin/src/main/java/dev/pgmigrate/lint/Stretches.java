package dev.pgmigrate.lint;

import dev.pgmigrate.sql.SourceRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Ranges of a text that are disjoint or nested: finds those around a position without looking at all of them. */
final class Stretches<T> {
    private final List<T> things;
    private final Function<T, SourceRange> range;

    /** How far the things up to each one reach. */
    private final int[] reach;

    Stretches(List<T> things, Function<T, SourceRange> range) {
        this.range = range;
        this.things = new ArrayList<>(things);
        this.things.sort(Comparator.comparingInt((T thing) -> range.apply(thing).start())
                .thenComparingInt(thing -> -range.apply(thing).end()));
        this.reach = new int[things.size()];
        int furthest = -1;
        for (int i = 0; i < reach.length; i++) {
            furthest = Math.max(furthest, range.apply(this.things.get(i)).end());
            reach[i] = furthest;
        }
    }

    /** Returns those that contain {@code place}, the outermost first. */
    List<T> around(int place) {
        List<T> found = new ArrayList<>(2);
        for (int i = firstBehind(place) - 1; i >= 0 && reach[i] >= place; i--) {
            if (range.apply(things.get(i)).end() >= place) {
                found.add(0, things.get(i));
            }
        }
        return found;
    }

    /** Returns the first that begins at or after {@code place}; the longest if several begin together. */
    @Nullable
    T next(int place) {
        int index = firstBehind(place - 1);
        return index < things.size() ? things.get(index) : null;
    }

    private int firstBehind(int place) {
        int from = 0;
        int to = things.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (range.apply(things.get(middle)).start() <= place) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
