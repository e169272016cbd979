package dev.pgmigrate.schema;

import dev.pgmigrate.schema.CatalogLayout.Catalog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of every catalog at one moment, and what they say with names for OIDs. */
final class CatalogRows {
    /** Where in the source text an expression stood is no part of it. */
    private static final Pattern LOCATION =
            Pattern.compile(" :(stmt_|list_|rexpr_list_)?(location|start|end|len) -?\\d+");

    private static final Pattern OID = Pattern.compile("\\d+");
    private static final Pattern TOAST = Pattern.compile("\\bpg_toast_(\\d+)");
    private static final Pattern CONSTRAINT_TRIGGER = Pattern.compile("\\bRI_ConstraintTrigger_([ac])_\\d+");
    private static final int DEPTH = 8;

    private final CatalogLayout layout;
    private final Set<String> volatileColumns;
    private final Layer old;
    private final Layer young;

    /** No rows of any catalog. */
    CatalogRows(CatalogLayout layout, Set<String> volatileColumns) {
        this(layout, volatileColumns, new Layer(Map.of()), new Layer(Map.of()));
    }

    private CatalogRows(CatalogLayout layout, Set<String> volatileColumns, Layer old, Layer young) {
        this.layout = layout;
        this.volatileColumns = volatileColumns;
        this.old = old;
        this.young = young;
    }

    /** The rows of each catalog by where they are, {@code (0,1)/742}; those of one catalog are the same object until they change. */
    private static final class Layer {
        private final Map<String, Map<String, String[]>> rows;
        private final Map<String, Map<String, String[]>> byOid = new HashMap<>();

        Layer(Map<String, Map<String, String[]>> rows) {
            this.rows = rows;
        }

        Layer with(Map<String, Map<String, String[]>> changed) {
            if (changed.isEmpty()) {
                return this;
            }
            Map<String, Map<String, String[]>> all = new HashMap<>(rows);
            all.putAll(changed);
            Layer next = new Layer(all);
            next.byOid.putAll(byOid);
            next.byOid.keySet().removeAll(changed.keySet());
            return next;
        }

        Map<String, String[]> of(String catalog) {
            return rows.getOrDefault(catalog, Map.of());
        }

        void without(Layer other, String catalog, List<String[]> into) {
            Map<String, String[]> others = other.of(catalog);
            if (others != of(catalog)) {
                of(catalog).forEach((place, row) -> {
                    if (!others.containsKey(place)) {
                        into.add(row);
                    }
                });
            }
        }

        String @Nullable [] row(String catalog, String oid) {
            return byOid.computeIfAbsent(catalog, name -> {
                        Map<String, String[]> index = new HashMap<>();
                        of(name).values().forEach(row -> index.put(row[0], row));
                        return index;
                    })
                    .get(oid);
        }
    }

    /** Returns the rows of {@code catalog} that {@code others} do not have. */
    List<String[]> without(CatalogRows others, String catalog) {
        List<String[]> rows = new ArrayList<>();
        old.without(others.old, catalog, rows);
        young.without(others.young, catalog, rows);
        return rows;
    }

    /**
     * Returns these rows with others of some catalogs.
     *
     * @param old those that are older than the session
     * @param young those that are not
     */
    CatalogRows with(Map<String, Map<String, String[]>> old, Map<String, Map<String, String[]>> young) {
        return new CatalogRows(layout, volatileColumns, this.old.with(old), this.young.with(young));
    }

    /** Returns the rows of {@code catalog} that are older than the session, by where they are. */
    Map<String, String[]> old(String catalog) {
        return old.of(catalog);
    }

    /** Returns what {@code row} says: no OID, nothing volatile. */
    String text(Catalog catalog, String[] row) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            String column = catalog.columns().get(i);
            if (!column.equals("oid") && !volatileColumns.contains(catalog.name() + "." + column)) {
                text.append(column)
                        .append('=')
                        .append(value(catalog, row, i, 0))
                        .append(' ');
            }
        }
        return text.toString();
    }

    /** Returns the changed columns of the rows that are in both, and whether others have come or are gone. */
    Set<String> aspects(Catalog catalog, Collection<String[]> gone, Collection<String[]> come) {
        Map<String, String[]> before = new HashMap<>();
        gone.forEach(row -> before.put(key(catalog, row), row));
        Set<String> aspects = new HashSet<>();
        for (String[] row : come) {
            String[] old = before.remove(key(catalog, row));
            if (old == null) {
                aspects.add("+" + catalog.name());
                continue;
            }
            for (int i = 0; i < row.length; i++) {
                String column = catalog.name() + "." + catalog.columns().get(i);
                if (!Objects.equals(row[i], old[i]) && !volatileColumns.contains(column)) {
                    aspects.add(column);
                }
            }
        }
        if (!before.isEmpty()) {
            aspects.add("-" + catalog.name());
        }
        return aspects;
    }

    /** The OID where there is one: a row that is renamed is still the same. */
    private static String key(Catalog catalog, String[] row) {
        int oid = catalog.column("oid");
        return oid >= 0
                ? row[oid]
                : catalog.key().stream().map(column -> row[column]).collect(Collectors.joining(" "));
    }

    private String value(Catalog catalog, String[] row, int column, int depth) {
        String value = row[column];
        if (value == null) {
            return "";
        }
        String target = catalog.references().get(column);
        if (target == null) {
            return plain(value, depth);
        }
        String referred = target.startsWith("@") ? layout.name(row[Integer.parseInt(target.substring(1))]) : target;
        return OID.matcher(value).replaceAll(oid -> Matcher.quoteReplacement(name(referred, oid.group(), depth)));
    }

    private String plain(String value, int depth) {
        String text = value;
        if (text.contains("_")) {
            text = TOAST.matcher(text)
                    .replaceAll(name -> Matcher.quoteReplacement("toast of " + name("pg_class", name.group(1), depth)));
            text = CONSTRAINT_TRIGGER.matcher(text).replaceAll("RI_ConstraintTrigger_$1");
        }
        return text.startsWith("{") || text.startsWith("(")
                ? LOCATION.matcher(text).replaceAll("")
                : text;
    }

    /** Returns the key of a row, without OIDs in its turn. */
    private String name(String catalogName, String oid, int depth) {
        Catalog catalog = layout.catalogs().get(catalogName);
        if (oid.equals("0") || catalog == null) {
            return catalog == null && !oid.equals("0") ? catalogName + " " + oid : "0";
        }
        String[] recent = young.row(catalogName, oid);
        String[] row = recent == null ? old.row(catalogName, oid) : recent;
        if (row == null || depth == DEPTH) {
            return catalogName + "?";
        }
        List<String> key = new ArrayList<>();
        catalog.key().forEach(column -> key.add(value(catalog, row, column, depth + 1)));
        return catalogName + key;
    }
}
