package dev.pgmigrate.proof.observe;

import dev.pgmigrate.schema.NameMatching;
import dev.pgmigrate.schema.SchemaDifference;
import dev.pgmigrate.schema.SchemaSnapshot;
import dev.pgmigrate.server.ServerConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Everything that DDL can change, as of one moment: the database's catalog, and the roles of its server. */
public final class DatabaseState {
    private final SchemaSnapshot catalog;
    private final Map<String, String> roles;

    private DatabaseState(SchemaSnapshot catalog, Map<String, String> roles) {
        this.catalog = catalog;
        this.roles = roles;
    }

    /** Reads the state; in an open transaction, what that transaction sees. */
    public static DatabaseState read(ServerConnection connection) {
        return new DatabaseState(SchemaSnapshot.read(connection), ServerRoles.read(connection));
    }

    /** Returns what is different in {@code after}, ordered by object. */
    public List<Change> changesTo(DatabaseState after) {
        List<Change> changes = new ArrayList<>();
        for (SchemaDifference difference : catalog.differences(after.catalog, NameMatching.BY_NAME)) {
            changes.add(new Change(
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
                changes.add(new Change(name, before != null && now != null ? "attributes" : null, before, now));
            }
        }
        return changes;
    }
}
