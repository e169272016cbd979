package dev.pgmigrate.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes text safe to print. Names, literals, file names and server messages can contain anything: escape sequences that a
 * terminal obeys, and commands that a CI service obeys at the start of a line or, in the case of {@code ##[…]}, anywhere
 * in it.
 */
public final class Printable {
    /** The prefix of the second line of a text, and of every later one. */
    private static final String CONTINUED = "  | ";

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    /** Control characters, line breaks, and the marks that make a terminal show text in a different order. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\u2028-\u202E\u2066-\u2069&&[^\t]]");

    private static final Pattern COMMAND = Pattern.compile("##(?=[A-Za-z]*\\[)");
    private static final String REPLACED = "\uFFFD";

    private Printable() {}

    /** Returns the lines of {@code text}; all but the first get a safe prefix. */
    public static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : LINE_BREAK.split(text, -1)) {
            lines.add((lines.isEmpty() ? "" : CONTINUED) + clean(line));
        }
        return lines;
    }

    /** Returns {@code text} on one line. */
    public static String line(String text) {
        return joined(text.strip(), " | ");
    }

    /**
     * Returns {@code text} with its line breaks, for a format in which none of its lines is at the start of an output
     * line.
     */
    static String block(String text) {
        return joined(text, "\n");
    }

    private static String joined(String text, String separator) {
        return Arrays.stream(LINE_BREAK.split(text, -1)).map(Printable::clean).collect(Collectors.joining(separator));
    }

    /** Returns {@code text} with every unsafe character replaced, so that columns stay the same. */
    static String clean(String text) {
        return COMMAND.matcher(CONTROL.matcher(text).replaceAll(REPLACED)).replaceAll("#" + REPLACED);
    }
}
