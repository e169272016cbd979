package dev.pgmigrate.migration;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The version of a migration, compared by its numbers: {@code 1} equals {@code 001}, and {@code 2} comes before
 * {@code 10}.
 *
 * <p>Dates compare as dates however they are written, so that a folder that changed from {@code 20250115_001} to {@code
 * 20250115093000} keeps its order.
 */
public final class MigrationVersion implements Comparable<MigrationVersion> {
    private final String text;
    private final List<BigInteger> key;

    private MigrationVersion(String text, List<BigInteger> key) {
        this.text = text;
        this.key = key;
    }

    /**
     * Parses a version: digits, in parts separated by {@code .} or {@code _}.
     *
     * @throws IllegalArgumentException if {@code text} is not a version
     */
    public static MigrationVersion of(String text) {
        if (!isVersion(text)) {
            throw new IllegalArgumentException(
                    "Not a version: \"" + text + "\"; a version is digits, such as 20250131120000");
        }
        return new MigrationVersion(text, key(text));
    }

    /** Returns whether {@link #of} accepts {@code text}. */
    public static boolean isVersion(String text) {
        boolean digitExpected = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && (digitExpected || (c != '.' && c != '_'))) {
                return false;
            }
            digitExpected = !digit;
        }
        return !digitExpected;
    }

    private static List<BigInteger> key(String text) {
        List<String> parts = new ArrayList<>(List.of(text.split("[._]", -1)));
        if (parts.size() >= 3
                && Dates.isDate(parts.get(0) + parts.get(1) + parts.get(2))
                && parts.get(0).length() == 4) {
            parts.set(0, parts.get(0) + parts.get(1) + parts.get(2));
            parts.subList(1, 3).clear();
        }
        List<BigInteger> key = new ArrayList<>();
        if (Dates.isTimestamp(parts.get(0))) {
            // A time of day is a third number: within one day, 20250115_001 stands before 20250115093000.
            key.add(new BigInteger(parts.get(0).substring(0, 8)));
            key.add(BigInteger.ZERO);
            key.add(new BigInteger(parts.get(0).substring(8)));
            parts.remove(0);
        }
        parts.forEach(part -> key.add(new BigInteger(part)));
        if (text.indexOf('.') >= 0) {
            while (key.size() > 1 && key.get(key.size() - 1).signum() == 0) {
                key.remove(key.size() - 1);
            }
        }
        return List.copyOf(key);
    }

    /** Returns the digits before the first separator, which is the version for the Supabase CLI. */
    public String leadingDigits() {
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    @Override
    public int compareTo(MigrationVersion other) {
        int common = Math.min(key.size(), other.key.size());
        for (int i = 0; i < common; i++) {
            int order = key.get(i).compareTo(other.key.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(key.size(), other.key.size());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MigrationVersion version && key.equals(version.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /** Returns the version as it was written, zeros included. */
    @Override
    public String toString() {
        return text;
    }
}
