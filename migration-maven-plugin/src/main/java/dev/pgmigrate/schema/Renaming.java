package dev.pgmigrate.schema;

import dev.pgmigrate.postgres.Identifier;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Gives objects other names, also where others speak of them: an index of its constraint, a default of its sequence. */
final class Renaming {
    private final Map<ObjectKey, ObjectKey> names;
    private final Map<String, ObjectKey> sequences = new HashMap<>();

    Renaming(Map<ObjectKey, ObjectKey> names) {
        this.names = names;
    }

    Map<ObjectKey, SchemaObject> of(Map<ObjectKey, SchemaObject> objects) {
        objects.values().stream()
                .filter(object -> object.key().kind() == ObjectKind.SEQUENCE && names.containsKey(object.key()))
                .forEach(
                        object -> object.property("owned by").ifPresent(column -> sequences.put(column, object.key())));
        Map<ObjectKey, SchemaObject> renamed = new HashMap<>();
        objects.values().forEach(object -> {
            SchemaObject other = renamed(object);
            renamed.put(other.key(), other);
        });
        return renamed;
    }

    private SchemaObject renamed(SchemaObject object) {
        ObjectKey key = object.key();
        ObjectKey name = names.getOrDefault(key, key);
        Map<String, String> properties = new TreeMap<>(object.properties());
        properties.computeIfPresent("constraint", (property, constraint) -> {
            ObjectKey old = new ObjectKey(ObjectKind.CONSTRAINT, key.schema(), key.of(), constraint);
            return names.getOrDefault(old, old).name();
        });
        if (key.kind() == ObjectKind.INDEX) {
            properties.computeIfPresent("definition", (property, text) -> replaced(text, key, name));
        }
        if (key.kind() == ObjectKind.COLUMN) {
            ObjectKey sequence = sequences.get(column(key));
            if (sequence != null) {
                properties.computeIfPresent(
                        "default",
                        (property, text) -> replaced(text, sequence, names.getOrDefault(sequence, sequence)));
            }
        }
        return new SchemaObject(name, object.extensionOrNull(), properties);
    }

    private static String column(ObjectKey key) {
        return Identifier.quote(key.schema()) + "." + Identifier.quote(key.of()) + "." + Identifier.quote(key.name());
    }

    private static String replaced(String text, ObjectKey from, ObjectKey to) {
        return text.replace(Identifier.quote(from.name()), Identifier.quote(to.name()));
    }
}
