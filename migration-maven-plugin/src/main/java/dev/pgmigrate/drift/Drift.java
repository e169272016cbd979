package dev.pgmigrate.drift;

import dev.pgmigrate.schema.SchemaDifference;
import dev.pgmigrate.schema.SchemaSnapshot;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The differences between two databases.
 *
 * @param left the left side, without what is left out
 * @param right the right side, without what is left out
 * @param differences what differs, by schema and object
 * @param leftOut the number of objects that were not compared, by owner
 * @param unread what the privileges did not permit to read on either side, in words
 */
public record Drift(
        SchemaSnapshot left,
        SchemaSnapshot right,
        List<SchemaDifference> differences,
        Map<String, Integer> leftOut,
        List<String> unread) {
    public Drift {
        differences = List.copyOf(differences);
        leftOut = new TreeMap<>(leftOut);
        unread = List.copyOf(unread);
    }

    public boolean isEmpty() {
        return differences.isEmpty();
    }
}
