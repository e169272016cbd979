package dev.pgmigrate.schema;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.schema.SchemaDifference.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares two snapshots object by object, each with the one of the same key. */
final class SnapshotComparison {
    private static final String COLUMN_ORDER = "column order";
    private static final String EXTENSION = "extension";
    private static final int NOT_NULL_CONSTRAINTS = 18;
    private static final Set<ObjectKind> NAMED_BY_THE_SERVER =
            EnumSet.of(ObjectKind.CONSTRAINT, ObjectKind.INDEX, ObjectKind.SEQUENCE);

    private final Map<SnapshotKey, SnapshotObject> left;
    private Map<SnapshotKey, SnapshotObject> right;
    private final List<SchemaDifference> differences = new ArrayList<>();

    SnapshotComparison(SchemaSnapshot left, SchemaSnapshot right, NameMatching names) {
        boolean everyConstraint = left.version().isAtLeast(NOT_NULL_CONSTRAINTS)
                == right.version().isAtLeast(NOT_NULL_CONSTRAINTS);
        this.left = byKey(left, everyConstraint);
        this.right = byKey(right, everyConstraint);
        if (names == NameMatching.BY_DEFINITION) {
            takeNamesOfTheLeft();
        }
    }

    List<SchemaDifference> differences() {
        addWhole(without(left, right), State.MISSING);
        addWhole(without(right, left), State.ADDED);
        left.forEach((key, object) -> {
            SnapshotObject other = right.get(key);
            if (other != null && !object.equals(other)) {
                compare(object, other);
            }
        });
        differences.sort(Comparator.comparing(SchemaDifference::key)
                .thenComparing(difference -> difference.property().orElse("")));
        return List.copyOf(differences);
    }

    /** NOT NULL constraints are objects only from 18 on; before that, only the column shows them. */
    private static Map<SnapshotKey, SnapshotObject> byKey(SchemaSnapshot snapshot, boolean everyConstraint) {
        if (everyConstraint) {
            return snapshot.byKey();
        }
        Map<SnapshotKey, SnapshotObject> objects = new HashMap<>(snapshot.byKey());
        objects.values()
                .removeIf(object -> object.property("definition").orElse("").startsWith("NOT NULL"));
        return objects;
    }

    private static Map<SnapshotKey, SnapshotObject> without(
            Map<SnapshotKey, SnapshotObject> all, Map<SnapshotKey, SnapshotObject> others) {
        Map<SnapshotKey, SnapshotObject> rest = new HashMap<>();
        all.forEach((key, object) -> {
            if (!others.containsKey(key)) {
                rest.put(key, object);
            }
        });
        return rest;
    }

    private void addWhole(Map<SnapshotKey, SnapshotObject> gone, State state) {
        Set<List<String>> owners = new HashSet<>();
        gone.keySet().stream()
                .filter(key -> key.of().isEmpty())
                .forEach(key -> owners.add(List.of(key.schema(), key.name())));
        for (SnapshotObject object : gone.values()) {
            SnapshotKey key = object.key();
            boolean withOwner = !key.of().isEmpty() && owners.contains(List.of(key.schema(), key.of()));
            if (!withOwner && !isGoneWithConstraint(object, gone)) {
                String text = object.propertyText();
                boolean missing = state == State.MISSING;
                differences.add(new SchemaDifference(key, state, null, missing ? text : null, missing ? null : text));
            }
        }
    }

    private static boolean isGoneWithConstraint(SnapshotObject object, Map<SnapshotKey, SnapshotObject> gone) {
        SnapshotKey key = object.key();
        return object.property("constraint")
                .filter(name -> gone.containsKey(new SnapshotKey(ObjectKind.CONSTRAINT, key.schema(), key.of(), name)))
                .isPresent();
    }

    private void compare(SnapshotObject object, SnapshotObject other) {
        Set<String> names = new TreeSet<>(object.properties().keySet());
        names.addAll(other.properties().keySet());
        for (String name : names) {
            String before = object.properties().get(name);
            String after = other.properties().get(name);
            if (before != null && after != null && name.equals(COLUMN_ORDER)) {
                String common = common(before, after);
                after = common(after, before);
                before = common;
            }
            add(object.key(), name, before, after);
        }
        if (!object.key().kind().isPart()) {
            add(object.key(), EXTENSION, object.extensionOrNull(), other.extensionOrNull());
        }
    }

    private void add(SnapshotKey key, String property, @Nullable String before, @Nullable String after) {
        if (before == null ? after != null : !before.equals(after)) {
            differences.add(new SchemaDifference(key, State.DIFFERENT, property, before, after));
        }
    }

    /** Returns the columns of {@code order} that {@code other} has as well: a new one is a separate difference. */
    private static String common(String order, String other) {
        Set<String> kept = new HashSet<>(other.lines().toList());
        return String.join("\n", order.lines().filter(kept::contains).toList());
    }

    /** Renames objects that only differ in a generated name to their name on the left. */
    private void takeNamesOfTheLeft() {
        Map<String, SnapshotKey> unmatched = new HashMap<>();
        without(left, right).values().stream()
                .filter(SnapshotComparison::isNamedByTheServer)
                .forEach(object -> unmatched.put(meaning(object), object.key()));
        Map<SnapshotKey, SnapshotKey> names = new HashMap<>();
        for (SnapshotObject object : without(right, left).values()) {
            SnapshotKey name = isNamedByTheServer(object) ? unmatched.remove(meaning(object)) : null;
            if (name != null) {
                names.put(object.key(), name);
            }
        }
        if (!names.isEmpty()) {
            right = new Renaming(names).of(right);
        }
    }

    private static boolean isNamedByTheServer(SnapshotObject object) {
        return NAMED_BY_THE_SERVER.contains(object.key().kind())
                && NameMatching.looksGenerated(object.key().name());
    }

    private static String meaning(SnapshotObject object) {
        SnapshotKey key = object.key();
        String unnamed = key.kind() == ObjectKind.INDEX
                ? object.propertyText()
                        .replace(Identifier.quoteIdent(key.name()), "")
                        .replaceAll("(?m)^  constraint: .*$", "")
                : object.propertyText();
        return key.kind() + " " + key.schema() + "." + key.of() + "\n" + unnamed;
    }
}
