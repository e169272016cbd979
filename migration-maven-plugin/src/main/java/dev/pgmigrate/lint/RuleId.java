package dev.pgmigrate.lint;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name by which people configure, suppress and look up a rule, such as {@code drop-policy-first}.
 *
 * @param value lower-case words joined by hyphens
 */
public record RuleId(String value) implements Comparable<RuleId> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    public RuleId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A rule id is lower-case words joined by hyphens, not " + value);
        }
    }

    /** Returns the id that a rule class carries in its name: {@code DropPolicyFirst} is {@code drop-policy-first}. */
    public static RuleId of(Class<? extends Rule> rule) {
        return new RuleId(
                WORD_START.matcher(rule.getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT));
    }

    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
