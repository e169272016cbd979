package dev.pgmigrate.drift;

import dev.pgmigrate.schema.SchemaDifference;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What two databases do not agree on.
 *
 * @param differences what differs, by schema and object
 * @param leftOut how many objects were not compared, by whose they are
 * @param unread what the rights did not suffice to read on either side, in words
 */
public record Drift(List<SchemaDifference> differences, Map<String, Integer> leftOut, List<String> unread) {
    public Drift {
        differences = List.copyOf(differences);
        leftOut = new TreeMap<>(leftOut);
        unread = List.copyOf(unread);
    }

    public boolean isEmpty() {
        return differences.isEmpty();
    }
}
