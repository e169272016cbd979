package dev.pgmigrate.report;

import java.util.List;

/**
 * Colours for a console, or none.
 *
 * <p>A colour is only marked while a text is put together, and rendered when its lines are finished: any escape sequence
 * in a line before that is not ours.
 */
public enum Palette {
    /** No colours, for pipes and files. */
    PLAIN,
    /** The escape sequences of ECMA-48, for terminals. */
    ANSI;

    /** Unicode noncharacters, which no interchanged text contains: one for each colour, and one for the end of any. */
    private static final char FIRST_MARK = '\uFDD0';

    private static final List<String> CODES = List.of("1;31", "1;33", "32", "1", "2", "");
    private static final int END = CODES.size() - 1;

    String error(String text) {
        return mark(0, text);
    }

    String warning(String text) {
        return mark(1, text);
    }

    String good(String text) {
        return mark(2, text);
    }

    String strong(String text) {
        return mark(3, text);
    }

    String faint(String text) {
        return mark(4, text);
    }

    private String mark(int colour, String text) {
        return this == PLAIN || text.isBlank() ? text : (char) (FIRST_MARK + colour) + text + (char) (FIRST_MARK + END);
    }

    /** Returns how many characters of {@code text} are seen. */
    static int width(String text) {
        return (int) text.chars()
                .filter(character -> character < FIRST_MARK || character > FIRST_MARK + END)
                .count();
    }

    /** Returns the lines of {@code text}, safe to print, in their colours. */
    List<String> paint(String text) {
        return Printable.lines(text).stream().map(this::painted).toList();
    }

    private String painted(String line) {
        StringBuilder painted = new StringBuilder(line.length());
        boolean open = false;
        for (int i = 0; i < line.length(); i++) {
            int colour = line.charAt(i) - FIRST_MARK;
            if (colour < 0 || colour > END) {
                painted.append(line.charAt(i));
            } else if (this == ANSI) {
                painted.append("\u001b[").append(CODES.get(colour)).append('m');
                open = colour != END;
            }
        }
        return painted.append(open ? "\u001b[m" : "").toString();
    }
}
