package dev.pgmigrate.postgres;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The operators of the server with the types that they take, in the words of {@code pg_type} (manual, 10.2 "Operators").
 * {@code operators.txt} is generated from {@code pg_operator}.
 */
public final class BuiltInOperators {
    /** The type of a literal in quotes, and of NULL: it becomes what its place needs. */
    public static final String UNKNOWN = "unknown";

    private static final String RESOURCE = "operators.txt";

    private BuiltInOperators() {}

    /**
     * One operator.
     *
     * @param left null for a prefix operator
     */
    private record Operator(@Nullable String left, String right, String result) {
        boolean takes(@Nullable String given, String other) {
            if (left == null || given == null) {
                return left == null && given == null && accepts(right, other);
            }
            boolean sameArrays = !left.equals("anyarray")
                    || !right.equals("anyarray")
                    || given.equals(other)
                    || given.equals(UNKNOWN)
                    || other.equals(UNKNOWN);
            return sameArrays && accepts(left, given) && accepts(right, other);
        }

        boolean isFor(@Nullable String given, String other) {
            return other.equals(right) && (given == null ? left == null : given.equals(left));
        }
    }

    /**
     * Returns the types that an operator may give for these operands: none where the server has no such operator.
     *
     * @param left null for a prefix operator
     */
    public static Set<String> results(String operator, @Nullable String left, String right) {
        // A literal is first taken for one of the type on the other side.
        String first = UNKNOWN.equals(left) ? right : left;
        String second = right.equals(UNKNOWN) && left != null ? left : right;
        Set<String> results = new HashSet<>();
        for (Operator known : Table.BY_NAME.getOrDefault(operator, List.of())) {
            if (known.isFor(first, second)) {
                return Set.of(known.result());
            }
            if (known.takes(left, right)) {
                results.add(known.result());
            }
        }
        return results;
    }

    /** Returns whether the server has operators of that name. */
    public static boolean has(String operator) {
        return Table.BY_NAME.containsKey(operator);
    }

    private static boolean accepts(String wanted, String given) {
        return given.equals(UNKNOWN)
                || (wanted.startsWith("any") ? isOfFamily(wanted, given) : BuiltInCasts.isImplicit(given, wanted));
    }

    private static boolean isOfFamily(String family, String given) {
        return switch (family) {
            case "anyarray", "anycompatiblearray" -> given.endsWith("[]") || given.endsWith("vector");
            case "anyenum" -> !BuiltInCasts.know(given);
            case "anyrange", "anymultirange", "anycompatiblerange", "anycompatiblemultirange" ->
                given.endsWith("range");
            default -> true;
        };
    }

    /** Read once, when a rule first asks. */
    private static final class Table {
        private static final Map<String, List<Operator>> BY_NAME = new HashMap<>();

        static {
            for (String line : FactTable.lines(BuiltInOperators.class, RESOURCE)) {
                String[] words = line.split(" ");
                BY_NAME.computeIfAbsent(words[1], name -> new ArrayList<>())
                        .add(new Operator(words[0].equals("-") ? null : words[0], words[2], words[3]));
            }
        }
    }
}
