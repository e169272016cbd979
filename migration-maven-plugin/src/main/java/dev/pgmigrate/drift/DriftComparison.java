package dev.pgmigrate.drift;

import dev.pgmigrate.ddl.Roles;
import dev.pgmigrate.schema.NameMatching;
import dev.pgmigrate.schema.ObjectKind;
import dev.pgmigrate.schema.SchemaDifference;
import dev.pgmigrate.schema.SchemaSnapshot;
import dev.pgmigrate.schema.SnapshotKey;
import dev.pgmigrate.schema.SnapshotObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares two databases, leaving out excluded objects. */
public final class DriftComparison {
    private final Exclusions exclusions;
    private final IgnorePatterns ignore;

    public DriftComparison(Exclusions exclusions, IgnorePatterns ignore) {
        this.exclusions = exclusions;
        this.ignore = ignore;
    }

    public Drift of(DriftSide left, DriftSide right) {
        Map<String, Integer> leftOut = new TreeMap<>();
        SchemaSnapshot one = own(left, leftOut);
        SchemaSnapshot other = own(right, leftOut);
        List<SchemaDifference> differences = new ArrayList<>();
        int ignored = 0;
        for (SchemaDifference difference : one.differences(other, NameMatching.BY_DEFINITION)) {
            if (ignore.matches(difference)) {
                ignored++;
            } else {
                differences.add(difference);
            }
        }
        if (ignored > 0) {
            leftOut.put("ignored differences", ignored);
        }
        List<String> unread = new ArrayList<>(left.snapshot().unread());
        unread.addAll(right.snapshot().unread());
        return new Drift(one, other, differences, leftOut, unread);
    }

    private SchemaSnapshot own(DriftSide side, Map<String, Integer> leftOut) {
        Exclusions.Reasons reasons = exclusions.of(side.snapshot());
        return side.snapshot().map(object -> {
            Optional<String> reason = reasons.of(object);
            reason.ifPresent(whose -> leftOut.merge(whose, 1, Integer::sum));
            return reason.isPresent() ? Optional.empty() : Optional.of(neutral(object, side.runner()));
        });
    }

    private static SnapshotObject neutral(SnapshotObject object, String runner) {
        Map<String, String> properties = new TreeMap<>(object.properties());
        properties.computeIfPresent("owner", (property, owner) -> owner.equals(runner) ? Roles.RUNNER : owner);
        SnapshotKey key = object.key();
        if (key.kind() == ObjectKind.DEFAULT_PRIVILEGES && key.of().equals(runner)) {
            key = new SnapshotKey(key.kind(), key.schema(), Roles.RUNNER, key.name());
        }
        return new SnapshotObject(key, object.extensionOrNull(), properties);
    }
}
