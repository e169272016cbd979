package dev.pgmigrate.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** The moments of a file's statements, in order; one that lasts is kept once. */
final class Course implements Iterable<Moment> {
    private final List<Moment> moments = new ArrayList<>();
    private int[] counts = new int[16];
    private Moment last;

    Course(Moment start) {
        this.last = start;
    }

    Moment last() {
        return last;
    }

    void add(Moment moment) {
        if (moments.isEmpty() || !moment.equals(last)) {
            if (moments.size() == counts.length) {
                counts = Arrays.copyOf(counts, counts.length * 2);
            }
            moments.add(moment);
            last = moment;
        }
        counts[moments.size() - 1]++;
    }

    @Override
    public Iterator<Moment> iterator() {
        return new Iterator<>() {
            private int at;
            private int taken;

            @Override
            public boolean hasNext() {
                return at + 1 < moments.size() || (at < moments.size() && taken < counts[at]);
            }

            @Override
            public Moment next() {
                if (taken == counts[at]) {
                    at++;
                    taken = 0;
                }
                taken++;
                return moments.get(at);
            }
        };
    }
}
