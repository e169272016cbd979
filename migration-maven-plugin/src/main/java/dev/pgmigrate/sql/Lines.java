package dev.pgmigrate.sql;

import java.util.Arrays;

/**
 * Where the lines of a text begin. Only what a block of it begins with is kept, so that it takes little room and a place far out
 * on a long line needs no look at the whole line.
 */
final class Lines {
    private static final int BLOCK = 1_024;

    private final CharSequence text;

    /** How many lines end before each block. */
    private final int[] ends;

    /** Where the line begins that each block begins on. */
    private final int[] starts;

    /** How many characters before each block take two places; none is the usual case. */
    private final int[] pairs;

    private final int count;

    Lines(CharSequence text) {
        this.text = text;
        int blocks = text.length() / BLOCK + 1;
        this.ends = new int[blocks];
        this.starts = new int[blocks];
        this.pairs = new int[blocks];
        Walk walk = new Walk(0);
        for (int block = 0; block < blocks; block++) {
            walk.to(block * BLOCK);
            ends[block] = walk.line;
            starts[block] = walk.start;
            pairs[block] = walk.pairs;
        }
        walk.to(text.length());
        this.count = walk.line + 1;
    }

    /** Goes through the text from the beginning of a block on, and counts. */
    private final class Walk {
        private int at;
        private int line;
        private int start;
        private int pairs;

        Walk(int block) {
            at = block * BLOCK;
            line = ends[block];
            start = starts[block];
            pairs = Lines.this.pairs[block];
        }

        void to(int index) {
            while (at < index) {
                step();
            }
        }

        void step() {
            char c = text.charAt(at++);
            if (c > '\r') {
                pairs += Character.isLowSurrogate(c) && isPairBefore(at) ? 1 : 0;
            } else if (c == '\n' || (c == '\r' && !(at < text.length() && text.charAt(at) == '\n'))) {
                line++;
                start = at;
            }
        }
    }

    private boolean isPairBefore(int index) {
        return index > 1 && Character.isHighSurrogate(text.charAt(index - 2));
    }

    private Walk walkTo(int index) {
        Walk walk = new Walk(index / BLOCK);
        walk.to(index);
        return walk;
    }

    int count() {
        return count;
    }

    Position position(int index) {
        Walk walk = walkTo(index);
        int before = walk.pairs - walkTo(walk.start).pairs;
        return new Position(walk.line + 1, index - walk.start - before + 1);
    }

    /** Returns where the line begins that {@code index} is on. */
    int startBefore(int index) {
        return walkTo(index).start;
    }

    /** Returns where a line begins, counted from 0. */
    int start(int line) {
        int found = Arrays.binarySearch(ends, line);
        if (found >= 0) {
            return starts[found];
        }
        Walk walk = new Walk(-found - 2);
        while (walk.line < line) {
            walk.step();
        }
        return walk.start;
    }
}
