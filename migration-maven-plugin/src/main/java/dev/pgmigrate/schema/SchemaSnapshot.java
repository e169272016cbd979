package dev.pgmigrate.schema;

import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.ServerConnection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Everything in a database that DDL can change, as of one moment and without OIDs: two databases created by the same
 * statements have equal snapshots.
 *
 * <p>Objects of the whole server (roles, tablespaces, other databases), temporary objects, and large objects, which are
 * data, are left out.
 */
public final class SchemaSnapshot {
    private final PostgresVersion version;
    private final Map<SnapshotKey, SnapshotObject> objects;
    private final List<String> unread;

    private SchemaSnapshot(PostgresVersion version, Map<SnapshotKey, SnapshotObject> objects, List<String> unread) {
        this.version = version;
        this.objects = objects;
        this.unread = List.copyOf(unread);
    }

    /** Returns what {@code builder} was given. */
    static SchemaSnapshot of(PostgresVersion version, SnapshotBuilder builder) {
        return new SchemaSnapshot(version, builder.objects(), builder.unread());
    }

    /** Returns a snapshot of these objects. */
    static SchemaSnapshot of(PostgresVersion version, Map<SnapshotKey, SnapshotObject> objects) {
        return new SchemaSnapshot(version, objects, List.of());
    }

    /**
     * Reads the database of {@code connection}, for which only the catalogs must be readable. In an open transaction it
     * sees what that transaction sees.
     */
    public static SchemaSnapshot read(ServerConnection connection) {
        return of(connection.version(), new CatalogReader(connection).read());
    }

    /**
     * Returns this snapshot with each object replaced by the result of {@code change}, and without those that it drops.
     */
    public SchemaSnapshot map(Function<SnapshotObject, Optional<SnapshotObject>> change) {
        Map<SnapshotKey, SnapshotObject> changed = new HashMap<>();
        objects.values().stream()
                .flatMap(object -> change.apply(object).stream())
                .forEach(object -> changed.put(object.key(), object));
        return new SchemaSnapshot(version, changed, unread);
    }

    public PostgresVersion version() {
        return version;
    }

    /** Returns all objects, in no particular order. */
    public Collection<SnapshotObject> objects() {
        return objects.values();
    }

    public Optional<SnapshotObject> object(SnapshotKey key) {
        return Optional.ofNullable(objects.get(key));
    }

    Map<SnapshotKey, SnapshotObject> byKey() {
        return objects;
    }

    /** Returns what the privileges of the session did not permit to read, in words; empty if everything was read. */
    public List<String> unread() {
        return unread;
    }

    /**
     * Returns the differences from {@code right}, ordered by schema and object. Parts of an object that one side lacks
     * are not repeated.
     */
    public List<SchemaDifference> differences(SchemaSnapshot right, NameMatching names) {
        return new SnapshotComparison(this, right, names).differences();
    }

    /**
     * Returns the text of every object, in order: the same for two databases if and only if their contents are the same.
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(objects).values().forEach(object -> text.append(object.text()));
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SchemaSnapshot snapshot && objects.equals(snapshot.objects);
    }

    @Override
    public int hashCode() {
        return objects.hashCode();
    }

    @Override
    public String toString() {
        return objects.size() + " objects of PostgreSQL " + version;
    }
}
