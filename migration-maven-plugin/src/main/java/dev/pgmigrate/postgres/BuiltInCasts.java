package dev.pgmigrate.postgres;

import dev.pgmigrate.postgres.Casts.Context;
import java.util.Set;

/**
 * Which types of the server become which, by the words of {@code pg_type} with {@code []} behind those of arrays (manual,
 * CREATE CAST), as {@code types.txt} and {@link Casts} hold them.
 */
public final class BuiltInCasts {
    private static final String TYPES = "types.txt";

    /** The types whose literals need no cast, and that every other type can be written as. */
    public static final Set<String> STRINGS = Set.of("text", "varchar", "bpchar", "name");

    private BuiltInCasts() {}

    /** Returns whether the casts of the type are known. */
    public static boolean know(String type) {
        return Types.KNOWN.contains(type.endsWith("[]") ? type.substring(0, type.length() - 2) : type);
    }

    /** Returns whether a value becomes one of the other type wherever that is wanted: {@code int4} becomes {@code int8}. */
    public static boolean isImplicit(String from, String to) {
        return has(from, to, Context.IMPLICIT);
    }

    /** Returns whether a value can be stored in a column of the other type; every type becomes a string there. */
    public static boolean isAssigned(String from, String to) {
        return has(from, to, Context.ASSIGNMENT) || STRINGS.contains(to);
    }

    /** Returns whether a cast that is written out turns one into the other; a string is read as any type. */
    public static boolean isPossible(String from, String to) {
        return has(from, to, Context.EXPLICIT) || STRINGS.contains(to) || STRINGS.contains(from);
    }

    private static boolean has(String from, String to, Context latest) {
        if (from.equals(to)) {
            return true;
        }
        if (from.endsWith("[]") && to.endsWith("[]")) {
            return has(from.substring(0, from.length() - 2), to.substring(0, to.length() - 2), latest);
        }
        return Casts.between(from, to)
                .filter(cast -> cast.context().compareTo(latest) <= 0)
                .isPresent();
    }

    /** Read once, when a rule first asks. */
    private static final class Types {
        private static final Set<String> KNOWN = Set.copyOf(FactTable.lines(BuiltInCasts.class, TYPES));
    }
}
