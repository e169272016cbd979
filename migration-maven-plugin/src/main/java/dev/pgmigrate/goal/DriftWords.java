package dev.pgmigrate.goal;

import dev.pgmigrate.drift.Drift;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a reader has to know about a comparison beside the differences. */
final class DriftWords {
    private DriftWords() {}

    /** Returns what was left out, and what could not be read. */
    static List<String> notes(Drift drift) {
        List<String> notes = new ArrayList<>();
        if (!drift.leftOut().isEmpty()) {
            notes.add(drift.leftOut().entrySet().stream()
                    .map(entry -> entry.getValue() + " " + entry.getKey())
                    .collect(Collectors.joining(", ", "Left out: ", ".")));
        }
        if (!drift.unread().isEmpty()) {
            notes.add("Not readable with these privileges: " + String.join("; ", drift.unread()) + ".");
        }
        return notes;
    }
}
