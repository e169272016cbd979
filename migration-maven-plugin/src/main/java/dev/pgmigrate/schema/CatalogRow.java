package dev.pgmigrate.schema;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A row of a {@link CatalogQuery}, by column labels. */
final class CatalogRow {
    /** The columns that say which object a row is about; the others are its properties. */
    private static final Set<String> ADDRESS = Set.of(
            "kind", "catalog", "oid", "subid", "namespace", "parent", "relation", "of", "name", "acl", "default acl");

    private static final int SHORT = 40;

    private final ResultSet rows;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, Integer> properties = new TreeMap<>();
    private final Map<String, String> pool;

    /** @param pool the texts so far: most are a type or a name that is repeated in many rows */
    CatalogRow(ResultSet rows, Map<String, String> pool) throws SQLException {
        this.rows = rows;
        this.pool = pool;
        ResultSetMetaData metadata = rows.getMetaData();
        for (int i = 1; i <= metadata.getColumnCount(); i++) {
            String label = metadata.getColumnLabel(i);
            (ADDRESS.contains(label) ? columns : properties).put(label, i);
        }
    }

    /** Returns the text of {@code column}, or null if the query has no such column, or the row no value in it. */
    @Nullable
    String text(String column) throws SQLException {
        Integer index = columns.get(column);
        return index == null ? null : pooled(rows.getString(index));
    }

    /** Returns the OID in {@code column}, or 0. */
    long oid(String column) throws SQLException {
        Integer index = columns.get(column);
        return index == null ? 0 : rows.getLong(index);
    }

    /** Returns the properties of the row's object. */
    Map<String, String> properties() throws SQLException {
        Map<String, String> values = new TreeMap<>();
        for (Map.Entry<String, Integer> property : properties.entrySet()) {
            String value = pooled(rows.getString(property.getValue()));
            if (value != null) {
                values.put(property.getKey(), value);
            }
        }
        return values;
    }

    private @Nullable String pooled(@Nullable String text) {
        return text == null || text.length() > SHORT ? text : pool.computeIfAbsent(text, same -> same);
    }
}
