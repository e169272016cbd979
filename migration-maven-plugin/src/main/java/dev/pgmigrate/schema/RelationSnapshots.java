package dev.pgmigrate.schema;

import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.server.ServerConnection;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of one database that remembers which relation each object is of, so that after a change only the relations in
 * question are read again.
 */
public final class RelationSnapshots {
    private static final long NONE = 0;

    private final PostgresVersion version;
    private final Map<Long, Map<SnapshotKey, SnapshotObject>> byRelation;

    private RelationSnapshots(PostgresVersion version, Map<Long, Map<SnapshotKey, SnapshotObject>> byRelation) {
        this.version = version;
        this.byRelation = byRelation;
    }

    /** Reads everything, as {@link SchemaSnapshot#read} does. */
    public static RelationSnapshots read(ServerConnection connection) {
        return read(connection, null);
    }

    /**
     * Reads what is of no relation, and some relations.
     *
     * @param relationsOrNull their numbers, or null for all
     */
    public static RelationSnapshots read(ServerConnection connection, @Nullable Collection<Long> relationsOrNull) {
        return new RelationSnapshots(
                connection.version(),
                new CatalogReader(connection, relationsOrNull).read().byRelation());
    }

    /** Returns everything that was read. */
    public SchemaSnapshot all() {
        return snapshot(byRelation.keySet());
    }

    /** Returns what is of no relation, and these relations. */
    public SchemaSnapshot only(Collection<Long> relations) {
        return snapshot(relations);
    }

    private SchemaSnapshot snapshot(Collection<Long> relations) {
        Map<SnapshotKey, SnapshotObject> objects = new HashMap<>(byRelation.getOrDefault(NONE, Map.of()));
        relations.forEach(relation -> objects.putAll(byRelation.getOrDefault(relation, Map.of())));
        return SchemaSnapshot.of(version, objects);
    }

    /**
     * Returns this snapshot with what was read again; empty if something has another name now or is gone, since the
     * definitions of others that speak of it then read differently as well.
     *
     * @param part what was read again
     * @param relations the relations that {@code part} holds, as far as they are still there
     */
    public Optional<RelationSnapshots> with(RelationSnapshots part, Collection<Long> relations) {
        if (!part.keeps(this, NONE) || !relations.stream().allMatch(relation -> part.keeps(this, relation))) {
            return Optional.empty();
        }
        Map<Long, Map<SnapshotKey, SnapshotObject>> merged = new HashMap<>(byRelation);
        merged.remove(NONE);
        merged.keySet().removeAll(relations);
        merged.putAll(part.byRelation);
        return Optional.of(new RelationSnapshots(version, merged));
    }

    private boolean keeps(RelationSnapshots before, long relation) {
        return byRelation
                .getOrDefault(relation, Map.of())
                .keySet()
                .containsAll(before.byRelation.getOrDefault(relation, Map.of()).keySet());
    }
}
