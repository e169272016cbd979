package dev.pgmigrate.sql;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of a source text, so that whatever is said about it can be shown in place.
 *
 * @param start the index of the first UTF-16 unit
 * @param end the index behind the last one
 */
public record SourceRange(int start, int end) {
    public SourceRange {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("A range runs forward from 0 on, not from " + start + " to " + end);
        }
    }

    /** Written out, because what a record brings is slow until the JVM is warm, and ranges are compared everywhere. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SourceRange range && start == range.start && end == range.end;
    }

    @Override
    public int hashCode() {
        return start * 31 + end;
    }

    /** Returns the empty range at {@code index}, the place of something that is missing. */
    public static SourceRange at(int index) {
        return new SourceRange(index, index);
    }

    /** Returns the smallest range that holds this one and {@code other}. */
    public SourceRange to(SourceRange other) {
        return new SourceRange(Math.min(start, other.start), Math.max(end, other.end));
    }

    public int length() {
        return end - start;
    }

    public boolean contains(int index) {
        return start <= index && index < end;
    }
}
