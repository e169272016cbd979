package dev.pgmigrate.proof.observe;

import dev.pgmigrate.schema.NameMatching;
import dev.pgmigrate.schema.RelationSnapshots;
import dev.pgmigrate.schema.SchemaDifference;
import dev.pgmigrate.schema.SchemaSnapshot;
import dev.pgmigrate.server.ServerConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything that DDL can change, as of one moment: the database's catalog, and the roles of its server. Or a part of it, which
 * leaves relations out that cannot have changed.
 */
public final class DatabaseState {
    private final RelationSnapshots catalog;
    private final Map<String, String> roles;
    private final @Nullable Set<Long> relationsOrNull;

    private DatabaseState(RelationSnapshots catalog, Map<String, String> roles, @Nullable Set<Long> relationsOrNull) {
        this.catalog = catalog;
        this.roles = roles;
        this.relationsOrNull = relationsOrNull;
    }

    /** Reads the state; in an open transaction, what that transaction sees. */
    public static DatabaseState read(ServerConnection connection) {
        return read(connection, null);
    }

    /**
     * Reads a part of the state.
     *
     * @param relationsOrNull the numbers of the relations that it has, or null for all
     */
    public static DatabaseState read(ServerConnection connection, @Nullable Set<Long> relationsOrNull) {
        return new DatabaseState(
                RelationSnapshots.read(connection, relationsOrNull), ServerRoles.read(connection), relationsOrNull);
    }

    /** Returns this state with a part that was read again; empty if all of it has to be. */
    public Optional<DatabaseState> with(DatabaseState part) {
        Set<Long> relations = part.relationsOrNull;
        if (relations == null) {
            return Optional.of(part);
        }
        return part.roles.keySet().containsAll(roles.keySet())
                ? catalog.with(part.catalog, relations)
                        .map(merged -> new DatabaseState(merged, part.roles, relationsOrNull))
                : Optional.empty(); // whose other name shows wherever it owns or may do something
    }

    private SchemaSnapshot only(@Nullable Set<Long> relations) {
        return relations == null ? catalog.all() : catalog.only(relations);
    }

    /** Returns what is different in {@code after}, of which this state has all that it has; ordered by object. */
    public List<ObjectChange> changesTo(DatabaseState after) {
        List<ObjectChange> changes = new ArrayList<>();
        Set<Long> relations = after.relationsOrNull;
        for (SchemaDifference difference : only(relations).differences(after.only(relations), NameMatching.BY_NAME)) {
            changes.add(new ObjectChange(
                    difference.key().toString(),
                    difference.propertyOrNull(),
                    difference.leftOrNull(),
                    difference.rightOrNull()));
        }
        TreeSet<String> names = new TreeSet<>(roles.keySet());
        names.addAll(after.roles.keySet());
        for (String name : names) {
            String before = roles.get(name);
            String now = after.roles.get(name);
            if (before == null || !before.equals(now)) {
                changes.add(new ObjectChange(name, before != null && now != null ? "attributes" : null, before, now));
            }
        }
        return changes;
    }
}
