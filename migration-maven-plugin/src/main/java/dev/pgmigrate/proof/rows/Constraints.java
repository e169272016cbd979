package dev.pgmigrate.proof.rows;

import dev.pgmigrate.postgres.Literal;
import dev.pgmigrate.server.ServerConnection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks the server which values meet the constraints of their columns. */
final class Constraints {
    private static final String FITS = """
        CREATE FUNCTION pg_temp.migrate_fits(source text, condition text) RETURNS boolean LANGUAGE plpgsql AS $$
        DECLARE fits boolean;
        BEGIN
            EXECUTE pg_catalog.concat('SELECT (', condition, ') IS NOT FALSE FROM (SELECT ', source, ') AS made') INTO fits;
            RETURN fits;
        EXCEPTION WHEN OTHERS THEN
            RETURN false;
        END $$""";

    private static final String ASK = """
        SELECT n FROM pg_catalog.unnest(ARRAY[%s]::pg_catalog.text[]) WITH ORDINALITY AS made (source, n)
        WHERE pg_temp.migrate_fits(source, %s) ORDER BY n""";

    /** Conditions about more columns, and more combinations, are left to the rows that the server refuses. */
    private static final int MOST_COLUMNS = 4;

    private static final int MOST_COMBINATIONS = 200;
    private static final int EACH = 6;

    private final ServerConnection connection;

    /** To be made in a transaction that is rolled back. */
    Constraints(ServerConnection connection) {
        this.connection = connection;
        connection.execute(FITS);
    }

    /** Returns whether a table has any. */
    static boolean limit(TableShape table) {
        return !table.checks().isEmpty() || table.columns().stream().anyMatch(ColumnShape::domain);
    }

    /** Leaves those of {@code values}, by column, that meet the constraints of {@code table}, where any do. */
    void narrow(TableShape table, Map<String, List<String>> values) {
        Map<String, ColumnShape> columns = new LinkedHashMap<>();
        table.columns().forEach(column -> columns.put(column.name(), column));
        for (ColumnShape column : table.columns()) {
            if (column.domain()) {
                narrow(List.of(column), "true", values);
            }
        }
        Set<String> chosen = new HashSet<>();
        for (boolean single : new boolean[] {true, false}) {
            for (TableShape.Check check : table.checks()) {
                if ((check.columns().size() == 1) == single
                        && check.columns().size() <= MOST_COLUMNS
                        && columns.keySet().containsAll(check.columns())
                        && check.columns().stream().noneMatch(chosen::contains)) {
                    narrow(check.columns().stream().map(columns::get).toList(), check.condition(), values);
                    if (!single) {
                        chosen.addAll(check.columns()); // what fits together stays together
                    }
                }
            }
        }
    }

    private void narrow(List<ColumnShape> columns, String condition, Map<String, List<String>> values) {
        List<List<String>> combinations = List.of(List.of());
        for (ColumnShape column : columns) {
            List<String> of = values.getOrDefault(column.name(), List.of());
            List<List<String>> more = new ArrayList<>();
            for (List<String> combination : combinations) {
                for (String value : columns.size() == 1 ? of : of.subList(0, Math.min(EACH, of.size()))) {
                    List<String> longer = new ArrayList<>(combination);
                    longer.add(value);
                    more.add(longer);
                }
            }
            combinations = more.subList(0, Math.min(MOST_COMBINATIONS, more.size()));
        }
        List<List<String>> fitting = fitting(columns, combinations, condition);
        for (int i = 0; i < columns.size() && !fitting.isEmpty(); i++) {
            int place = i;
            values.put(
                    columns.get(i).name(),
                    fitting.stream().map(combination -> combination.get(place)).toList());
        }
    }

    private List<List<String>> fitting(List<ColumnShape> columns, List<List<String>> combinations, String condition) {
        if (combinations.isEmpty()) {
            return List.of();
        }
        List<String> sources = new ArrayList<>();
        for (List<String> combination : combinations) {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                ColumnShape column = columns.get(i);
                parts.add(Literal.quote(combination.get(i)) + "::" + column.type() + " AS " + column.name());
            }
            sources.add(Literal.quote(String.join(", ", parts)));
        }
        String sql = ASK.formatted(String.join(", ", sources), Literal.quote(condition));
        return connection.firstRows(sql, combinations.size()).stream()
                .map(row -> combinations.get(Integer.parseInt(String.valueOf(row.get(0))) - 1))
                .toList();
    }
}
