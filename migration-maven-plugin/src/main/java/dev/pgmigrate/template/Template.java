package dev.pgmigrate.template;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with {@code ${holes}}.
 *
 * <p>There are only holes, no conditions and no loops, so that other template engines produce the same text. Dollar
 * quotes ({@code $$}, {@code $body$}) and parameters ({@code $1}) are left alone.
 *
 * @param name the file that it was read from, for messages
 * @param text the text with its holes
 */
public record Template(String name, String text) {
    private static final Pattern HOLE = Pattern.compile("\\$\\{([^}\\r\\n]*)}");

    /** Returns the names of the holes, in the order of the text. */
    public Set<String> holes() {
        Set<String> holes = new LinkedHashSet<>();
        HOLE.matcher(text).results().forEach(hole -> holes.add(hole.group(1)));
        return holes;
    }

    /**
     * Checks that every hole is one of {@code known}.
     *
     * @throws UnknownHoleException for the first one that is not
     */
    public void check(Set<String> known) {
        Matcher hole = HOLE.matcher(text);
        while (hole.find()) {
            if (!known.contains(hole.group(1))) {
                throw unknown(hole, known);
            }
        }
    }

    /**
     * Returns the text with every hole filled. Values are inserted unchanged: a hole in a value is text.
     *
     * @throws UnknownHoleException for the first hole without a value
     */
    public String fill(Map<String, String> values) {
        Matcher hole = HOLE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (hole.find()) {
            String value = values.get(hole.group(1));
            if (value == null) {
                throw unknown(hole, values.keySet());
            }
            hole.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return hole.appendTail(filled).toString();
    }

    private UnknownHoleException unknown(Matcher hole, Set<String> known) {
        String before = text.substring(0, hole.start());
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        String lineStart = before.substring(before.lastIndexOf('\n') + 1);
        int column = lineStart.codePointCount(0, lineStart.length()) + 1;
        return new UnknownHoleException(name, line, column, hole.group(1), new TreeSet<>(known));
    }
}
