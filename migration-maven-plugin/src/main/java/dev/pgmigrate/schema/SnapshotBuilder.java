package dev.pgmigrate.schema;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds objects from the rows of the {@linkplain CatalogQuery queries}, in order, and drops the OIDs. */
final class SnapshotBuilder {
    /** Lists whose order is irrelevant. */
    private static final Set<String> UNORDERED =
            Set.of("options", "foreign options", "storage parameters", "toast storage parameters", "settings");

    private static final String OPERATOR_FAMILIES = "pg_opfamily";

    private final Map<String, String> pool = new HashMap<>();
    private final Map<Address, Map<String, String>> remarks = new HashMap<>();
    private final Map<Long, String> schemas = new HashMap<>();
    private final Map<Address, Draft> parents = new HashMap<>();
    private final Map<SnapshotKey, Draft> drafts = new LinkedHashMap<>();
    private final List<String> unread = new ArrayList<>();

    /** The location of an object in one database. */
    private record Address(String catalog, long oid, long subid) {}

    /** An object whose parts are still to be added, and the number of the relation that it is or belongs to, or 0. */
    private record Draft(SnapshotKey key, @Nullable String extension, Map<String, String> properties, long relation) {}

    /** Adds all rows of {@code query}. */
    void add(CatalogQuery query, ResultSet results) throws SQLException {
        CatalogRow row = new CatalogRow(results, pool);
        while (results.next()) {
            switch (query) {
                case COMMENT -> remark(row, "comment");
                case SECURITY_LABEL -> remark(row, "security label");
                case EXTENSION_MEMBER -> remark(row, "extension");
                case EXTENSION_DEPENDENCY -> remark(row, "depends on extension");
                default -> object(query, row);
            }
        }
    }

    /** Notes that the privileges did not permit to read {@code what}. */
    void unread(String what) {
        unread.add(what);
    }

    List<String> unread() {
        return unread;
    }

    Map<SnapshotKey, SnapshotObject> objects() {
        Map<SnapshotKey, SnapshotObject> objects = new HashMap<>();
        drafts.forEach((key, draft) -> objects.put(key, object(draft)));
        return objects;
    }

    /** Returns the objects by the number of the relation that they are or belong to, the others below 0. */
    Map<Long, Map<SnapshotKey, SnapshotObject>> byRelation() {
        Map<Long, Map<SnapshotKey, SnapshotObject>> objects = new HashMap<>();
        drafts.forEach((key, draft) -> objects.computeIfAbsent(draft.relation, relation -> new HashMap<>())
                .put(key, object(draft)));
        return objects;
    }

    private static SnapshotObject object(Draft draft) {
        return new SnapshotObject(draft.key, draft.extension, draft.properties);
    }

    private void remark(CatalogRow row, String property) throws SQLException {
        Address address = new Address(Objects.requireNonNull(row.text("catalog")), row.oid("oid"), row.oid("subid"));
        remarks.computeIfAbsent(address, key -> new TreeMap<>())
                .merge(property, Objects.requireNonNull(row.properties().get("value")), (a, b) -> a + "\n" + b);
    }

    private void object(CatalogQuery query, CatalogRow row) throws SQLException {
        ObjectKind kind = ObjectKind.of(Objects.requireNonNull(row.text("kind")));
        String name = Objects.requireNonNullElse(row.text("name"), "");
        long oid = row.oid("oid");
        if (kind == ObjectKind.SCHEMA) {
            schemas.put(oid, name);
        }
        long namespace = row.oid("namespace");
        Draft parent = parent(kind, row.oid("parent"));
        boolean temporary = namespace != 0 && !schemas.containsKey(namespace);
        if (temporary || (row.oid("parent") != 0 && parent == null)) {
            return;
        }
        SnapshotKey key = parent == null
                ? new SnapshotKey(
                        kind, schemas.getOrDefault(namespace, ""), Objects.requireNonNullElse(row.text("of"), ""), name)
                : new SnapshotKey(kind, parent.key.schema(), parent.key.name(), name);
        Map<String, String> found = remarks.getOrDefault(new Address(query.catalog(), oid, row.oid("subid")), Map.of());
        Draft draft = new Draft(
                key,
                extension(kind, owner(kind, parent, oid), found),
                properties(row, key, parent),
                relation(query, row, parent));
        if (query == CatalogQuery.BUILT_IN && !draft.properties.containsKey("grants")) {
            return; // granted what it has anyway
        }
        found.forEach((property, value) -> {
            if (!property.equals("extension")) {
                draft.properties.put(property, value);
            }
        });
        if (drafts.put(key, draft) != null) {
            throw new IllegalStateException("Two objects are called " + key);
        }
        register(query, row, oid, draft);
        if (kind == ObjectKind.COLUMN && parent != null) {
            parent.properties.merge("column order", name, (before, last) -> before + "\n" + last);
        }
    }

    private static long relation(CatalogQuery query, CatalogRow row, @Nullable Draft parent) throws SQLException {
        if (parent != null) {
            return parent.relation;
        }
        return switch (query) {
            case TABLE, VIEW, SEQUENCE -> row.oid("oid");
            case TYPE -> row.oid("relation");
            default -> 0;
        };
    }

    private void register(CatalogQuery query, CatalogRow row, long oid, Draft draft) throws SQLException {
        switch (query) {
            case TABLE, VIEW -> parents.put(new Address("pg_class", oid, 0), draft);
            case OPERATOR_FAMILY -> parents.put(new Address(OPERATOR_FAMILIES, oid, 0), draft);
            case TYPE -> {
                parents.put(new Address("pg_type", oid, 0), draft);
                if (row.oid("relation") != 0) {
                    parents.put(new Address("pg_class", row.oid("relation"), 0), draft);
                }
            }
            default -> {}
        }
    }

    private @Nullable Draft parent(ObjectKind kind, long oid) {
        String catalog = kind == ObjectKind.DOMAIN_CONSTRAINT ? "pg_type" : "pg_class";
        return parents.get(new Address(catalog, oid, 0));
    }

    /** Members of a family are of its extension, and may be added to a built-in one, which is no object of the database. */
    private @Nullable Draft owner(ObjectKind kind, @Nullable Draft parent, long oid) {
        return kind == ObjectKind.OPERATOR_FAMILY_MEMBER ? parents.get(new Address(OPERATOR_FAMILIES, oid, 0)) : parent;
    }

    private static @Nullable String extension(ObjectKind kind, @Nullable Draft parent, Map<String, String> found) {
        return parent != null && kind.isPart() ? parent.extension : found.get("extension");
    }

    private Map<String, String> properties(CatalogRow row, SnapshotKey key, @Nullable Draft parent)
            throws SQLException {
        Map<String, String> properties = row.properties();
        String hidden = properties.remove("unread");
        if (hidden != null) {
            unread.add(hidden + " of " + key);
        }
        properties.replaceAll((property, value) -> UNORDERED.contains(property) ? sorted(value) : value);
        SecretMask.mask(key, properties);
        String acl = row.text("acl");
        if (acl != null) {
            String owner = (parent == null ? properties : parent.properties).getOrDefault("owner", key.of());
            String grants = AccessControlList.text(acl, Objects.requireNonNullElse(row.text("default acl"), ""), owner);
            if (grants != null) {
                properties.put("grants", grants);
            }
        }
        return properties;
    }

    private static String sorted(String lines) {
        return String.join("\n", lines.lines().sorted().toList());
    }
}
