package dev.pgmigrate.schema;

import dev.pgmigrate.server.ServerConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Every system catalog of a server, what refers to what, and by which columns a row is known; all asked of the server, so
 * that no list can leave something out.
 */
final class CatalogLayout {
    /** The columns that name a catalog, and the one beside each that names a row of it (manual, "System Catalogs"). */
    private static final Map<String, String> POLYMORPHIC =
            Map.of("objid", "classid", "refobjid", "refclassid", "objoid", "classoid");

    private final Map<String, Catalog> catalogs = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> leftOut;

    /** One catalog: its columns, which of them refer to which catalog, and which name a row. */
    record Catalog(
            String oid,
            String name,
            boolean shared,
            String select,
            List<String> columns,
            Map<Integer, String> references,
            List<Integer> key) {
        int column(String column) {
            return columns.indexOf(column);
        }
    }

    CatalogLayout(ServerConnection connection, Set<String> leftOut) {
        this.leftOut = Set.copyOf(leftOut);
        connection
                .query(
                        """
                        SELECT c.oid, c.relname, c.relisshared, array_agg(a.attname::text ORDER BY a.attnum),
                               string_agg(CASE WHEN a.atttypid = 'regproc'::regtype THEN a.attname || '::oid' ELSE a.attname::text END, ', ' ORDER BY a.attnum)
                        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
                        WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r' AND c.oid < 16384
                        GROUP BY c.oid, c.relname, c.relisshared ORDER BY c.relname""",
                        row -> new Catalog(
                                row.getString(1),
                                row.getString(2),
                                row.getBoolean(3),
                                row.getString(5),
                                List.of((String[]) row.getArray(4).getArray()),
                                new HashMap<>(),
                                new ArrayList<>()))
                .forEach(catalog -> catalogs.put(catalog.name, catalog));
        catalogs.values().forEach(catalog -> names.put(catalog.oid, catalog.name));
        references(connection);
        keys(connection);
        catalogs.keySet().removeIf(leftOut::contains);
    }

    Map<String, Catalog> catalogs() {
        return catalogs;
    }

    /** Returns the catalogs that are not looked at. */
    Set<String> leftOut() {
        return leftOut;
    }

    /** Returns the name of the catalog that has {@code oid}. */
    String name(String oid) {
        return names.getOrDefault(oid, oid);
    }

    private void references(ServerConnection connection) {
        connection
                .query(
                        "SELECT fktable::regclass::text, fkcols[1], pktable::regclass::text"
                                + " FROM pg_get_catalog_foreign_keys() WHERE cardinality(fkcols) = 1",
                        row -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .forEach(key -> {
                    Catalog catalog = Objects.requireNonNull(catalogs.get(key.get(0)));
                    catalog.references.put(catalog.column(key.get(1)), key.get(2));
                });
        for (Catalog catalog : catalogs.values()) {
            POLYMORPHIC.forEach((object, owner) -> {
                if (catalog.column(object) >= 0 && catalog.column(owner) >= 0) {
                    catalog.references.put(catalog.column(object), "@" + catalog.column(owner));
                }
            });
        }
    }

    /** The shortest unique index that is not on the OID. */
    private void keys(ServerConnection connection) {
        Map<String, List<String>> keys = new HashMap<>();
        connection
                .query(
                        """
                        SELECT x.indrelid::regclass::text,
                               (SELECT array_agg(a.attname::text ORDER BY p.n)
                                FROM unnest(x.indkey::int2[]) WITH ORDINALITY p (attnum, n)
                                JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = p.attnum)
                        FROM pg_index x WHERE x.indisunique AND x.indrelid < 16384
                        ORDER BY x.indnatts, x.indexrelid""",
                        row -> Map.entry(row.getString(1), List.of((String[])
                                row.getArray(2).getArray())))
                .stream()
                .filter(key -> !key.getValue().equals(List.of("oid")))
                .forEach(key -> keys.putIfAbsent(key.getKey(), key.getValue()));
        keys.forEach((name, columns) -> {
            Catalog catalog = catalogs.get(name);
            if (catalog != null) {
                columns.forEach(column -> catalog.key.add(catalog.column(column)));
            }
        });
    }
}
