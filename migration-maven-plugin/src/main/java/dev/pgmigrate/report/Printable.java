package dev.pgmigrate.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes text safe to print. Names, literals, file names and what a server says can hold anything: escape sequences that a
 * terminal obeys, and the commands that a CI service obeys where they begin a line, or, {@code ##[…]}, anywhere in it.
 */
public final class Printable {
    /** What the second line of a text begins with, and each one after it. */
    private static final String CONTINUED = "  | ";

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    /** Control characters, breaks of lines, and the marks that make a terminal show text in another order than it has. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\u2028-\u202E\u2066-\u2069&&[^\t]]");

    private static final Pattern COMMAND = Pattern.compile("##(?=[A-Za-z]*\\[)");
    private static final String REPLACED = "\uFFFD";

    private Printable() {}

    /** Returns the lines of {@code text}; only the first can begin as the text wants it to. */
    public static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : LINE_BREAK.split(text, -1)) {
            lines.add((lines.isEmpty() ? "" : CONTINUED) + clean(line));
        }
        return lines;
    }

    /** Returns {@code text} in one line. */
    public static String line(String text) {
        return joined(text.strip(), " | ");
    }

    /** Returns {@code text} in as many lines as it has, for a form of its own in which none of them begins one. */
    static String block(String text) {
        return joined(text, "\n");
    }

    private static String joined(String text, String separator) {
        return Arrays.stream(LINE_BREAK.split(text, -1)).map(Printable::clean).collect(Collectors.joining(separator));
    }

    /** Returns {@code text} with another character for each that is not safe, so that every column stays. */
    static String clean(String text) {
        return COMMAND.matcher(CONTROL.matcher(text).replaceAll(REPLACED)).replaceAll("#" + REPLACED);
    }
}
