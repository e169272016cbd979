package dev.pgmigrate.sql.lexer;

import dev.pgmigrate.sql.SourceRange;

/**
 * Where the characters of a text stand in the file that it was taken from: a routine's body is a string, and its characters
 * have moved where the string has escapes.
 */
public final class Places {
    private static final int[] NONE = {};

    private final int offset;
    private final int[] places;

    private Places(int offset, int[] places) {
        this.offset = offset;
        this.places = places;
    }

    /** Every character stands {@code offset} further. */
    public static Places shifted(int offset) {
        return new Places(offset, NONE);
    }

    /** Each character has a place of its own; the last entry is the place of the end. */
    public static Places of(int[] places) {
        return new Places(0, places.clone());
    }

    public int of(int index) {
        return places.length == 0 ? index + offset : places[index];
    }

    public SourceRange of(SourceRange range) {
        return new SourceRange(of(range.start()), of(range.end()));
    }
}
