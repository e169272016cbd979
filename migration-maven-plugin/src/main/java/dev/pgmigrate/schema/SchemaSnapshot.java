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
 * Everything in a database that DDL can change, as its catalogs say at one moment, without an OID in it: two databases
 * that were made by the same statements have equal snapshots.
 *
 * <p>Left out are what belongs to the whole server (roles, tablespaces, other databases), temporary objects, and large
 * objects, which are data.
 */
public final class SchemaSnapshot {
    private final PostgresVersion version;
    private final Map<ObjectKey, SchemaObject> objects;
    private final List<String> unread;

    private SchemaSnapshot(PostgresVersion version, Map<ObjectKey, SchemaObject> objects, List<String> unread) {
        this.version = version;
        this.objects = objects;
        this.unread = List.copyOf(unread);
    }

    /** Returns what {@code builder} was given. */
    static SchemaSnapshot of(PostgresVersion version, SnapshotBuilder builder) {
        return new SchemaSnapshot(version, builder.objects(), builder.unread());
    }

    /**
     * Reads the database of {@code connection}; the catalogs must be readable, nothing else. In a transaction that is open
     * it sees what that transaction sees.
     */
    public static SchemaSnapshot read(ServerConnection connection) {
        return of(connection.version(), new CatalogReader(connection).read());
    }

    /** Returns this snapshot with what {@code change} makes of each object, and without those of which it makes nothing. */
    public SchemaSnapshot map(Function<SchemaObject, Optional<SchemaObject>> change) {
        Map<ObjectKey, SchemaObject> changed = new HashMap<>();
        objects.values().stream()
                .flatMap(object -> change.apply(object).stream())
                .forEach(object -> changed.put(object.key(), object));
        return new SchemaSnapshot(version, changed, unread);
    }

    public PostgresVersion version() {
        return version;
    }

    /** Returns all objects, in no particular order. */
    public Collection<SchemaObject> objects() {
        return objects.values();
    }

    public Optional<SchemaObject> object(ObjectKey key) {
        return Optional.ofNullable(objects.get(key));
    }

    Map<ObjectKey, SchemaObject> byKey() {
        return objects;
    }

    /** Returns what the rights of the session did not suffice to read, in words; empty where everything was read. */
    public List<String> unread() {
        return unread;
    }

    /**
     * Returns what differs in {@code right}, ordered by schema and object. What belongs to an object that one side does not
     * have is not named once more.
     */
    public List<SchemaDifference> differences(SchemaSnapshot right, NameMatching names) {
        return new SnapshotComparison(this, right, names).differences();
    }

    /** Returns the text of every object, in order: the same for two databases if and only if they hold the same. */
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
