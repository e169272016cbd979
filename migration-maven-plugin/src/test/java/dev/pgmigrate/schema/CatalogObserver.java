package dev.pgmigrate.schema;

import dev.pgmigrate.schema.CatalogLayout.Catalog;
import dev.pgmigrate.server.ServerConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells whether a statement of a session changed a definition in any catalog. The server's own counters say which catalogs
 * were written; of these the rows are read again that are younger than the session.
 */
final class CatalogObserver {
    private static final String COUNTERS = List.of("inserted", "updated", "deleted").stream()
            .map(what -> "pg_stat_get_tuples_%1$s(c.oid) + pg_stat_get_xact_tuples_%1$s(c.oid)".formatted(what))
            .collect(Collectors.joining(" + ", "SELECT c.relname, ", " FROM pg_class c WHERE c.oid = ANY (?::oid[])"));

    private final ServerConnection connection;
    private final CatalogLayout layout;
    private final String oids;
    private final String database;
    private final long horizon;
    private final Map<String, Long> oldRows = new HashMap<>();
    private final Set<String> writtenInTransaction = new HashSet<>();
    private Map<String, Long> counted;
    private CatalogRows rows;
    private boolean wrote;

    CatalogObserver(ServerConnection connection, CatalogLayout layout, Set<String> volatileColumns) {
        this.connection = connection;
        this.layout = layout;
        this.oids = layout.catalogs().values().stream().map(Catalog::oid).collect(Collectors.joining(",", "{", "}"));
        this.database = connection
                .queryOne("SELECT current_database()", row -> row.getString(1))
                .orElseThrow();
        this.counted = count();
        this.horizon = connection
                .queryOne("SELECT pg_current_xact_id()::text::bigint", row -> row.getLong(1))
                .orElseThrow();
        Map<String, Map<String, String[]>> all = new HashMap<>();
        for (Catalog catalog : layout.catalogs().values()) {
            Map<String, String[]> read = new HashMap<>();
            oldRows.put(catalog.name(), read(catalog, "", read));
            all.put(catalog.name(), read);
        }
        this.rows = new CatalogRows(layout, volatileColumns, all);
    }

    /**
     * Returns the catalogs whose rows say something else than at the last call, and what.
     *
     * @param taken whether something may have been taken back, which no counter tells
     * @param over whether the session is in no transaction any more
     */
    Map<String, String> changes(boolean taken, boolean over) {
        Map<String, Long> before = counted;
        counted = count();
        layout.catalogs().keySet().stream()
                .filter(name -> !Objects.equals(counted.get(name), before.get(name)))
                .forEach(writtenInTransaction::add);
        List<Catalog> written = layout.catalogs().values().stream()
                .filter(catalog -> taken
                        ? writtenInTransaction.contains(catalog.name())
                        : !Objects.equals(counted.get(catalog.name()), before.get(catalog.name())))
                .toList();
        wrote = !written.isEmpty();
        if (over) {
            writtenInTransaction.clear();
        }
        if (written.isEmpty()) {
            return Map.of();
        }
        Map<String, Map<String, String[]>> read = new HashMap<>();
        written.forEach(catalog -> read.put(catalog.name(), readAgain(catalog)));
        CatalogRows after = rows.with(read);
        Map<String, String> changes = new TreeMap<>();
        for (Catalog catalog : written) {
            compare(catalog, rows, after, changes);
        }
        rows = after;
        return changes;
    }

    /** Returns whether anything was written before the last call, be it the same. */
    boolean wrote() {
        return wrote;
    }

    private void compare(Catalog catalog, CatalogRows before, CatalogRows after, Map<String, String> changes) {
        List<String> gone = texts(catalog, before, after);
        List<String> come = texts(catalog, after, before);
        if (!gone.equals(come)) {
            TreeSet<String> difference = new TreeSet<>(gone);
            come.forEach(text -> {
                if (!difference.remove(text)) {
                    difference.add("+" + text);
                }
            });
            changes.put(catalog.name(), difference.isEmpty() ? "another number of equal rows" : difference.toString());
        }
    }

    private List<String> texts(Catalog catalog, CatalogRows rows, CatalogRows others) {
        List<String> texts = new ArrayList<>();
        rows.of(catalog.name()).forEach((place, row) -> {
            if (!others.of(catalog.name()).containsKey(place)) {
                String text = rows.text(catalog, row);
                if (isOfTheDatabase(catalog, text)) {
                    texts.add(text);
                }
            }
        });
        texts.sort(null);
        return texts;
    }

    /**
     * Temporary objects are a session's; what is left out may be commented on; and a catalog that all databases share says
     * more than concerns this one.
     */
    private boolean isOfTheDatabase(Catalog catalog, String text) {
        boolean temporary = text.contains("pg_temp_") || text.contains("pg_toast_temp_");
        boolean elsewhere = catalog.shared()
                && !text.contains("pg_database[" + database + "]")
                && !text.contains("datname=" + database + " ");
        return !temporary
                && !elsewhere
                && layout.leftOut().stream()
                        .noneMatch(
                                name -> text.contains("objid=" + name + " ") || text.contains("objoid=" + name + " "));
    }

    private Map<String, Long> count() {
        Map<String, Long> counts = new HashMap<>();
        connection.query(COUNTERS, row -> counts.put(row.getString(1), row.getLong(2)), oids);
        return counts;
    }

    /** Reads the young rows of a catalog; all of them where the old ones are not what they were. */
    private Map<String, String[]> readAgain(Catalog catalog) {
        Map<String, String[]> read = new HashMap<>();
        long before = oldRows.getOrDefault(catalog.name(), 0L);
        long now = read(catalog, " AND age(x.xmin) <= age('" + horizon + "'::xid)", read);
        if (now != before) {
            read.clear();
            oldRows.put(catalog.name(), read(catalog, "", read));
            return read;
        }
        rows.of(catalog.name()).forEach((place, row) -> {
            if (Long.parseLong(place.substring(place.indexOf('/') + 1)) < horizon) {
                read.put(place, row);
            }
        });
        return read;
    }

    /** Reads the rows that meet a condition, and returns a sum over those that are older than the session. */
    private long read(Catalog catalog, String condition, Map<String, String[]> into) {
        long[] old = new long[1];
        boolean[] first = {true};
        connection.queryAll(
                "SELECT count(*), sum(hashtid(x.ctid)) FROM pg_catalog.%s x WHERE age(x.xmin) > age('%d'::xid);\nSELECT ctid, xmin, %s FROM pg_catalog.%s x WHERE true%s"
                        .formatted(catalog.name(), horizon, catalog.select(), catalog.name(), condition),
                result -> {
                    if (first[0]) {
                        result.next();
                        old[0] = result.getLong(1) * 31 + result.getLong(2);
                        first[0] = false;
                    } else {
                        into.putAll(rows(result));
                    }
                });
        return old[0];
    }

    private static Map<String, String[]> rows(ResultSet result) throws SQLException {
        Map<String, String[]> rows = new HashMap<>();
        int width = result.getMetaData().getColumnCount();
        while (result.next()) {
            String[] row = new String[width - 2];
            for (int i = 0; i < row.length; i++) {
                row[i] = result.getString(i + 3);
            }
            rows.put(result.getString(1) + "/" + result.getString(2), row);
        }
        return rows;
    }
}
