package dev.pgmigrate.schema;

import dev.pgmigrate.schema.CatalogLayout.Catalog;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.truth.PreparedQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
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
            .collect(Collectors.joining(
                    " + ", "SELECT c.relname, ", " FROM pg_catalog.pg_class c WHERE c.oid = ANY ('%s'::oid[])"));

    /** Another text for a transaction that writes, and after one that wrote. */
    private static final String WRITTEN =
            "SELECT COALESCE(pg_current_xact_id_if_assigned()::text || random(), pg_snapshot_xmax(pg_current_snapshot())::text)";

    private final ServerConnection connection;
    private final PreparedQueries queries;
    private final CatalogLayout layout;
    private final String counters;
    private final String database;
    private final long horizon;
    private final Map<String, Long> oldRows = new HashMap<>();
    private final Set<String> writtenInTransaction = new HashSet<>();
    private Map<String, Long> counted;
    private CatalogRows rows;
    private final Set<String> aspects = new TreeSet<>();
    private boolean wrote;
    private long looks;
    private String lastWritten = "";

    /** The rows of the database that others are copies of, which need not be read again in each. */
    static final class Template {
        private final Map<String, Long> sums = new HashMap<>();
        private final Map<String, Map<String, String[]>> rows = new HashMap<>();
    }

    CatalogObserver(
            ServerConnection connection,
            PreparedQueries queries,
            CatalogLayout layout,
            Set<String> volatileColumns,
            Template template) {
        this.connection = connection;
        this.queries = queries;
        this.layout = layout;
        this.counters = COUNTERS.formatted(
                layout.catalogs().values().stream().map(Catalog::oid).collect(Collectors.joining(",", "{", "}")));
        this.database = connection
                .queryOne("SELECT current_database()", row -> row.getString(1))
                .orElseThrow();
        this.counted = count();
        this.horizon = connection
                .queryOne("SELECT pg_current_xact_id()::text::bigint", row -> row.getLong(1))
                .orElseThrow();
        oldRows.putAll(template.sums);
        this.rows = read(
                new CatalogRows(layout, volatileColumns).with(template.rows, Map.of()),
                layout.catalogs().values());
        for (Catalog catalog : layout.catalogs().values()) {
            if (!catalog.shared()) {
                template.sums.putIfAbsent(catalog.name(), oldRows.get(catalog.name()));
                template.rows.putIfAbsent(catalog.name(), rows.old(catalog.name()));
            }
        }
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
        aspects.clear();
        if (over) {
            writtenInTransaction.clear();
        }
        if (written.isEmpty()) {
            return Map.of();
        }
        CatalogRows after = read(rows, written);
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

    /** Returns what was changed before the last call: {@code +pg_class}, {@code -pg_class}, {@code pg_class.relacl}. */
    Set<String> aspects() {
        return Set.copyOf(aspects);
    }

    private void compare(Catalog catalog, CatalogRows before, CatalogRows after, Map<String, String> changes) {
        Map<String, String[]> gone = texts(catalog, before, after);
        Map<String, String[]> come = texts(catalog, after, before);
        Set<String> both = new TreeSet<>(gone.keySet());
        both.retainAll(come.keySet());
        gone.keySet().removeAll(both);
        come.keySet().removeAll(both);
        if (!gone.isEmpty() || !come.isEmpty()) {
            TreeSet<String> difference = new TreeSet<>(gone.keySet());
            come.keySet().forEach(text -> difference.add("+" + text));
            changes.put(catalog.name(), difference.toString());
            aspects.addAll(after.aspects(catalog, gone.values(), come.values()));
        }
    }

    /** Rows of equal text are told apart by their number. */
    private Map<String, String[]> texts(Catalog catalog, CatalogRows rows, CatalogRows others) {
        Map<String, String[]> texts = new TreeMap<>();
        for (String[] row : rows.without(others, catalog.name())) {
            String text = rows.text(catalog, row);
            if (isOfTheDatabase(catalog, text)) {
                while (texts.putIfAbsent(text, row) != null) {
                    text += "'";
                }
            }
        }
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

    /** The counters of older servers are what another process has heard by then: there, whoever wrote may have written all. */
    static boolean hasCounters(ServerConnection connection) {
        return connection.version().isAtLeast(15);
    }

    private Map<String, Long> count() {
        Map<String, Long> counts = new HashMap<>();
        if (!hasCounters(connection)) {
            String now = connection.queryOne(WRITTEN, row -> row.getString(1)).orElseThrow();
            looks += now.equals(lastWritten) ? 0 : 1;
            lastWritten = now;
            layout.catalogs().keySet().forEach(name -> counts.put(name, looks));
            return counts;
        }
        connection.query(queries.execute(counters), row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    /** Reads the young rows of some catalogs; the old ones as well where they are not what they were. */
    private CatalogRows read(CatalogRows before, Collection<Catalog> catalogs) {
        List<String> all = new ArrayList<>();
        for (Catalog catalog : catalogs) {
            all.add(queries.execute("SELECT count(*), sum(hashtid(x.ctid))" + from(catalog, ">")));
            all.add(queries.execute("SELECT ctid, xmin, " + catalog.select() + from(catalog, "<=")));
        }
        Iterator<Catalog> sums = catalogs.iterator();
        Iterator<Catalog> readings = catalogs.iterator();
        Map<String, Map<String, String[]>> old = new HashMap<>();
        Map<String, Map<String, String[]>> young = new HashMap<>();
        List<Catalog> changed = new ArrayList<>();
        boolean[] sum = {false};
        connection.queryAll(String.join(";", all), result -> {
            sum[0] = !sum[0];
            if (sum[0]) {
                Catalog catalog = sums.next();
                result.next();
                Long now = result.getLong(1) * 31 + result.getLong(2);
                if (!now.equals(oldRows.put(catalog.name(), now))) {
                    changed.add(catalog);
                }
            } else {
                young.put(readings.next().name(), rows(result));
            }
        });
        for (Catalog catalog : changed) {
            String query = "SELECT ctid, xmin, " + catalog.select() + from(catalog, ">");
            connection.queryAll(query, result -> old.put(catalog.name(), rows(result)));
        }
        return before.with(old, young);
    }

    private String from(Catalog catalog, String age) {
        return " FROM pg_catalog.%s x WHERE age(x.xmin) %s age('%d'::xid)".formatted(catalog.name(), age, horizon);
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
