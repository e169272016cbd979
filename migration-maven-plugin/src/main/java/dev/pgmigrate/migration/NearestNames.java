package dev.pgmigrate.migration;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Suggests the names that somebody may have meant: at most three, the nearest first. */
public final class NearestNames {
    private static final int MOST = 3;

    private NearestNames() {}

    /** Returns the {@code names} that differ from {@code written} in few letters, or that contain it; those that differ only in case stand alone. */
    public static List<String> of(String written, Collection<String> names) {
        String word = written.toLowerCase(Locale.ROOT);
        List<String> inOtherLetters =
                names.stream().filter(name -> name.equalsIgnoreCase(written)).toList();
        if (!inOtherLetters.isEmpty()) {
            return inOtherLetters;
        }
        int tolerance = Math.max(1, word.length() / 3);
        return names.stream()
                .filter(name -> isNear(word, name.toLowerCase(Locale.ROOT), tolerance)
                        || (word.length() >= 4 && name.toLowerCase(Locale.ROOT).contains(word)))
                .sorted(Comparator.<String>comparingInt(name -> distance(word, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /**
     * Returns a sentence that suggests the names that {@code written} may stand for.
     *
     * @param otherwise the sentence if there are none
     */
    public static String question(String written, Collection<String> names, String otherwise) {
        return question(of(written, names), otherwise);
    }

    /**
     * Returns the sentence that offers what was found.
     *
     * @param otherwise the sentence where there is nothing
     */
    public static String question(List<String> nearest, String otherwise) {
        return nearest.isEmpty() ? otherwise : "Did you mean " + String.join(" or ", nearest) + "?";
    }

    /** Words whose lengths differ too much are not compared: one may be as long as a file. */
    private static boolean isNear(String word, String name, int tolerance) {
        return Math.abs(word.length() - name.length()) <= tolerance && distance(word, name) <= tolerance;
    }

    /** Counts the letters to insert, delete, replace or transpose. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
