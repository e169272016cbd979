package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.QualifiedName;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The names that the server makes up where none is written ({@code ChooseRelationName} and {@code ChooseConstraintName}
 * of its sources): {@code users_email_key}, and {@code users_email_key1} where that is taken.
 */
public final class GeneratedNames {
    private static final Pattern OF_DOMAIN = Pattern.compile(".*_(check|not_null)\\d*");
    private static final Pattern NOT_NULL = Pattern.compile(".*_not_null\\d*");

    private static final Pattern NUMBERS = Pattern.compile("(_?\\d+)+$");

    private GeneratedNames() {}

    /** Returns whether the server may have made {@code name} up for a constraint of a domain. */
    static boolean isOfDomain(String name) {
        return OF_DOMAIN.matcher(name).matches();
    }

    /** Returns the name of the constraint that {@code NOT NULL} behind a column makes (PostgreSQL 18). */
    public static String ofNotNull(QualifiedName table, String column) {
        return choose(table.name(), List.of(column), "not_null", name -> false);
    }

    /** Returns the name to which {@code ChooseConstraintName} may have added {@code _1} and the like. */
    static String withoutNumbers(String name) {
        return NUMBERS.matcher(name).replaceFirst("");
    }

    /** Returns whether the server may have made {@code name} up for the {@code NOT NULL} of a column. */
    static boolean isOfNotNull(String name) {
        return NOT_NULL.matcher(name).matches();
    }

    /**
     * Returns the name for a constraint, index or sequence of {@code table}.
     *
     * @param columns the columns in it; may be empty
     * @param suffix {@code pkey}, {@code key}, {@code fkey}, {@code check}, {@code excl}, {@code idx}, {@code seq}
     * @param taken tells whether a name is in use
     */
    public static String choose(String table, List<String> columns, String suffix, Predicate<String> taken) {
        String middle = cut(String.join("_", columns), Identifier.MAX_BYTES);
        for (int pass = 0; ; pass++) {
            String name = make(table, middle, pass == 0 ? suffix : suffix + pass);
            if (!taken.test(name)) {
                return name;
            }
        }
    }

    /** Shortens the longer of the two parts until everything fits into 63 bytes, as {@code makeObjectName} does. */
    private static String make(String table, String middle, String suffix) {
        int overhead = (middle.isEmpty() ? 0 : 1) + 1 + Identifier.bytes(suffix);
        int available = Identifier.MAX_BYTES - overhead;
        int first = Identifier.bytes(table);
        int second = Identifier.bytes(middle);
        while (first + second > available) {
            if (first > second) {
                first--;
            } else {
                second--;
            }
        }
        return cut(table, first) + (middle.isEmpty() ? "" : "_" + cut(middle, second)) + "_" + suffix;
    }

    private static String cut(String text, int bytes) {
        if (Identifier.bytes(text) <= bytes) {
            return text;
        }
        int end = text.length();
        while (Identifier.bytes(text.substring(0, end)) > bytes) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }
}
