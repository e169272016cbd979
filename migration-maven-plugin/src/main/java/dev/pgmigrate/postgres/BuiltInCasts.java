package dev.pgmigrate.postgres;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which types of the server become which, by the words of {@code pg_type} with {@code []} behind those of arrays (manual,
 * CREATE CAST), as {@code types.txt} and {@code casts.txt} hold them.
 */
public final class BuiltInCasts {
    private static final String TYPES = "types.txt";
    private static final String CASTS = "casts.txt";
    private static final Set<String> STRINGS = Set.of("text", "varchar", "bpchar", "name");

    private BuiltInCasts() {}

    /** Returns whether the casts of the type are known. */
    public static boolean know(String type) {
        return Table.KNOWN.contains(type.endsWith("[]") ? type.substring(0, type.length() - 2) : type);
    }

    /** Returns whether a value becomes one of the other type wherever that is wanted: {@code int4} becomes {@code int8}. */
    public static boolean isImplicit(String from, String to) {
        return has(from, to, "i");
    }

    /** Returns whether a value can be stored in a column of the other type; every type becomes a string there. */
    public static boolean isAssigned(String from, String to) {
        return has(from, to, "ia") || STRINGS.contains(to);
    }

    /** Returns whether a cast that is written out turns one into the other; a string is read as any type. */
    public static boolean isPossible(String from, String to) {
        return has(from, to, "iae") || STRINGS.contains(to) || STRINGS.contains(from);
    }

    private static boolean has(String from, String to, String contexts) {
        if (from.equals(to)) {
            return true;
        }
        if (from.endsWith("[]") && to.endsWith("[]")) {
            return has(from.substring(0, from.length() - 2), to.substring(0, to.length() - 2), contexts);
        }
        Character context = Table.CONTEXTS.get(from + " " + to);
        return context != null && contexts.indexOf(context) >= 0;
    }

    /** Read once, when a rule first asks. */
    private static final class Table {
        private static final Map<String, Character> CONTEXTS = new HashMap<>();
        private static final Set<String> KNOWN = new HashSet<>();

        static {
            KNOWN.addAll(FactTable.lines(BuiltInCasts.class, TYPES));
            for (String line : FactTable.lines(BuiltInCasts.class, CASTS)) {
                String[] words = line.split(" ", -1);
                CONTEXTS.put(words[0] + " " + words[1], words[2].charAt(0));
            }
        }
    }
}
