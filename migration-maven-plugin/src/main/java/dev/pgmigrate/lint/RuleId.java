package dev.pgmigrate.lint;

import dev.pgmigrate.migration.NearestNames;
import java.util.Collection;

/**
 * The name by which people configure, suppress and look up a rule, such as {@code drop-policy-first}.
 *
 * @param value lower-case words joined by hyphens
 */
public record RuleId(String value) implements Comparable<RuleId> {
    public RuleId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("A rule id is lower-case words joined by hyphens, not " + value);
        }
    }

    /** Returns the id that corresponds to a class name: {@code drop-policy-first} for {@code DropPolicyFirst}. */
    public static RuleId of(Class<? extends Rule> rule) {
        String name = rule.getSimpleName();
        StringBuilder id = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && i > 0 && !Character.isUpperCase(name.charAt(i - 1))) {
                id.append('-');
            }
            id.append(Character.toLowerCase(c));
        }
        return new RuleId(id.toString());
    }

    /** Returns a hint for somebody who wrote {@code wrong}, which is not an id. */
    public static String question(String wrong, Collection<String> ids) {
        return NearestNames.question(wrong, ids, "The rules are listed by mvn migrate:explain.");
    }

    /** Checked without a pattern, because hundreds of ids are created before the first file is read. */
    private static boolean isWellFormed(String value) {
        char before = '-';
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            boolean digit = c >= '0' && c <= '9' && i > 0;
            if (!letter && !digit && (c != '-' || before == '-')) {
                return false;
            }
            before = c;
        }
        return before != '-';
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
