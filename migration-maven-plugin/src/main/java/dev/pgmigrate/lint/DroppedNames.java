package dev.pgmigrate.lint;

import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectReference;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Where a file writes the names of what it drops, drops left out: each text is read once, however many names there are.
 */
final class DroppedNames {
    /** The starts of the statements, by word. */
    private final Map<String, NavigableSet<Integer>> starts = new HashMap<>();

    DroppedNames(FileContext file) {
        for (Step step : file.steps().changes()) {
            if (step.statement() instanceof DropStatement drop) {
                for (ObjectReference object : drop.objects()) {
                    words(object.name().last().text(), word -> starts.putIfAbsent(word, new TreeSet<>()));
                }
            }
        }
        for (Step step : starts.isEmpty() ? List.<Step>of() : file.steps()) {
            if (!(step.statement() instanceof DropStatement)) {
                int start = step.statement().range().start();
                words(file.sql().source().text(step.statement().range()), word -> {
                    NavigableSet<Integer> known = starts.get(word);
                    if (known != null) {
                        known.add(start);
                    }
                });
            }
        }
    }

    /** Returns whether {@code word} stands in a statement that begins between the two places. */
    boolean isBetween(String word, int from, int to) {
        boolean[] all = {true};
        // Of a name in quotes that is several words, one that is nowhere is enough.
        words(word, part -> {
            NavigableSet<Integer> known = starts.get(part);
            Integer first = known == null ? null : known.ceiling(from);
            all[0] &= first != null && first < to;
        });
        return all[0];
    }

    private interface Taker {
        void take(String word);
    }

    private static void words(String text, Taker taker) {
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean part = i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_');
            if (part && start < 0) {
                start = i;
            } else if (!part && start >= 0) {
                taker.take(text.substring(start, i).toLowerCase(Locale.ROOT));
                start = -1;
            }
        }
    }
}
