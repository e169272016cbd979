package dev.pgmigrate.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the law of the snapshot leaves out: {@code snapshot-law.txt} holds reasons that end in a colon, and below each what
 * it is the reason for, {@code catalog pg_statistic}, {@code column pg_class.relpages}, {@code file x.sql} or {@code statement x.sql:12}.
 */
final class LawExceptions {
    private final Map<String, String> reasons;

    private LawExceptions(Map<String, String> reasons) {
        this.reasons = reasons;
    }

    static LawExceptions read() {
        Map<String, String> reasons = new HashMap<>();
        String reason = "";
        try {
            for (String line :
                    SchemaSnapshotTest.resource("snapshot-law.txt").lines().toList()) {
                if (line.endsWith(":")) {
                    reason = line.substring(0, line.length() - 1);
                } else if (!line.isBlank()) {
                    reasons.put(line.strip(), reason);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LawExceptions(reasons);
    }

    Set<String> catalogs() {
        return all("catalog ");
    }

    Set<String> columns() {
        return all("column ");
    }

    /** Returns the files that are not run. */
    Set<String> files() {
        return all("file ");
    }

    /** Returns the statements of {@code files} that are exceptions, {@code file.sql:12}. */
    Set<String> statements(Set<String> files) {
        return all("statement ").stream()
                .filter(place -> files.contains(place.substring(0, place.indexOf(':'))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    String reason(String place) {
        return reasons.getOrDefault("statement " + place, "no reason is given");
    }

    private Set<String> all(String kind) {
        return reasons.keySet().stream()
                .filter(item -> item.startsWith(kind))
                .map(item -> item.substring(kind.length()))
                .collect(Collectors.toSet());
    }
}
