package dev.pgmigrate.schema;

import dev.pgmigrate.postgres.Identifier;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Gives objects other names, also where others speak of them: an index of its constraint, a default of its sequence. */
final class Renaming {
    private final Map<SnapshotKey, SnapshotKey> names;
    private final Map<String, SnapshotKey> sequences = new HashMap<>();

    Renaming(Map<SnapshotKey, SnapshotKey> names) {
        this.names = names;
    }

    Map<SnapshotKey, SnapshotObject> of(Map<SnapshotKey, SnapshotObject> objects) {
        objects.values().stream()
                .filter(object -> object.key().kind() == ObjectKind.SEQUENCE && names.containsKey(object.key()))
                .forEach(
                        object -> object.property("owned by").ifPresent(column -> sequences.put(column, object.key())));
        Map<SnapshotKey, SnapshotObject> renamed = new HashMap<>();
        objects.values().forEach(object -> {
            SnapshotObject other = renamed(object);
            renamed.put(other.key(), other);
        });
        return renamed;
    }

    private SnapshotObject renamed(SnapshotObject object) {
        SnapshotKey key = object.key();
        SnapshotKey name = names.getOrDefault(key, key);
        Map<String, String> properties = new TreeMap<>(object.properties());
        properties.computeIfPresent("constraint", (property, constraint) -> {
            SnapshotKey old = new SnapshotKey(ObjectKind.CONSTRAINT, key.schema(), key.of(), constraint);
            return names.getOrDefault(old, old).name();
        });
        if (key.kind() == ObjectKind.INDEX) {
            properties.computeIfPresent("definition", (property, text) -> replaced(text, key, name));
        }
        if (key.kind() == ObjectKind.COLUMN) {
            SnapshotKey sequence = sequences.get(column(key));
            if (sequence != null) {
                properties.computeIfPresent(
                        "default",
                        (property, text) -> replaced(text, sequence, names.getOrDefault(sequence, sequence)));
            }
        }
        return new SnapshotObject(name, object.extensionOrNull(), properties);
    }

    private static String column(SnapshotKey key) {
        return Identifier.quoteIdent(key.schema()) + "." + Identifier.quoteIdent(key.of()) + "."
                + Identifier.quoteIdent(key.name());
    }

    private static String replaced(String text, SnapshotKey from, SnapshotKey to) {
        return text.replace(Identifier.quoteIdent(from.name()), Identifier.quoteIdent(to.name()));
    }
}
