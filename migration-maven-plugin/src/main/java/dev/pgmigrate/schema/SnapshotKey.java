package dev.pgmigrate.schema;

import java.util.Comparator;

/**
 * What an object is called, whichever database it is in: no OID, and names as they are rather than quoted.
 *
 * @param kind what it is
 * @param schema the schema that it is in, empty where it is in none
 * @param of what it belongs to, such as the table of a column; empty where it stands by itself
 * @param name its name; a routine's and an operator's with the types of its arguments
 */
public record SnapshotKey(ObjectKind kind, String schema, String of, String name) implements Comparable<SnapshotKey> {
    private static final Comparator<SnapshotKey> ORDER = Comparator.comparing(SnapshotKey::schema)
            .thenComparing(key -> key.of.isEmpty() ? key.name : key.of)
            .thenComparing(key -> !key.of.isEmpty())
            .thenComparing(SnapshotKey::kind)
            .thenComparing(SnapshotKey::name)
            .thenComparing(SnapshotKey::of);

    /** Orders by schema, then by object, each followed by what belongs to it. */
    @Override
    public int compareTo(SnapshotKey other) {
        return ORDER.compare(this, other);
    }

    /** Returns the name with what it is in, {@code public.users.email}. */
    public String qualifiedName() {
        StringBuilder text = new StringBuilder();
        if (!schema.isEmpty()) {
            text.append(schema).append('.');
        }
        if (!of.isEmpty()) {
            text.append(of).append('.');
        }
        return text.append(name).toString();
    }

    @Override
    public String toString() {
        return (kind.label() + " " + qualifiedName()).strip();
    }
}
