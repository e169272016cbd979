package dev.pgmigrate.schema;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An object as described by the catalogs.
 *
 * @param key its name
 * @param extensionOrNull the extension that it belongs to, or null
 * @param properties its properties by name, without the server's defaults
 */
public record SnapshotObject(SnapshotKey key, @Nullable String extensionOrNull, Map<String, String> properties) {
    public SnapshotObject {
        properties = Map.copyOf(properties);
    }

    public Optional<String> extension() {
        return Optional.ofNullable(extensionOrNull);
    }

    public Optional<String> property(String name) {
        return Optional.ofNullable(properties.get(name));
    }

    /** Returns a complete description: two objects have the same text if and only if they are the same. */
    public String text() {
        StringBuilder text = new StringBuilder(key.toString()).append('\n');
        if (extensionOrNull != null) {
            text.append("  extension: ").append(extensionOrNull).append('\n');
        }
        text.append(propertyText());
        return text.toString();
    }

    /** Returns the properties, one per line; a value of several lines is indented below its name. */
    String propertyText() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(properties)
                .forEach((name, value) -> text.append("  ")
                        .append(name)
                        .append(": ")
                        .append(value.replace("\n", "\n    "))
                        .append('\n'));
        return text.toString();
    }
}
