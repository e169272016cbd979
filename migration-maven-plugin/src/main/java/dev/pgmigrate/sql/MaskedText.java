package dev.pgmigrate.sql;

import java.util.List;

/** A text with one character in the place of others, without another copy of a large one: everything stands where it stood. */
final class MaskedText implements CharSequence {
    private final CharSequence text;
    private final List<SourceRange> masked;
    private final char mask;

    MaskedText(CharSequence text, List<SourceRange> masked, char mask) {
        this.text = text;
        this.masked = List.copyOf(masked);
        this.mask = mask;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        char c = text.charAt(index);
        return masked.stream().anyMatch(range -> range.contains(index)) ? masked(c) : c;
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return masked(text.subSequence(start, end).toString(), start);
    }

    @Override
    public String toString() {
        return masked(text.toString(), 0);
    }

    private String masked(String part, int start) {
        StringBuilder shown = new StringBuilder(part);
        for (SourceRange range : masked) {
            int end = Math.min(start + part.length(), range.end());
            for (int i = Math.max(start, range.start()); i < end; i++) {
                shown.setCharAt(i - start, masked(part.charAt(i - start)));
            }
        }
        return shown.toString();
    }

    private char masked(char c) {
        return Character.isWhitespace(c) ? c : mask;
    }
}
