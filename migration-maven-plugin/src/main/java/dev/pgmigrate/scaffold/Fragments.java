package dev.pgmigrate.scaffold;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Pieces of SQL for holes that are more than a name; what the migrations show takes the place of these. */
final class Fragments {
    /** The holes that they fill. */
    static final Set<String> HOLES = Set.of(
            "all_labels",
            "belongings",
            "columns",
            "copied",
            "disable_rls",
            "drop_set_updated_at",
            "filling",
            "key",
            "labels",
            "references_key",
            "seed_columns",
            "seed_key",
            "seed_match",
            "seed_row",
            "seed_update",
            "set_default",
            "set_updated_at",
            "take_default",
            "user_type");

    private static final String SET_UPDATED_AT = """
            CREATE OR REPLACE FUNCTION %1$s.set_updated_at() RETURNS trigger
            LANGUAGE plpgsql
            SET search_path = ''
            AS $$
            BEGIN
                NEW.updated_at := now();
                RETURN NEW;
            END
            $$;

            """;

    /** A value that rows without one can get, by the beginning of the column's type. */
    private static final Map<String, String> FILLINGS = ordered(
            "text ''",
            "varchar ''",
            "character ''",
            "citext ''",
            "bool false",
            "timestamp now()",
            "date current_date",
            "uuid gen_random_uuid()",
            "json '{}'",
            "small 0",
            "int 0",
            "big 0",
            "numeric 0",
            "decimal 0",
            "double 0",
            "real 0",
            "float 0");

    private Fragments() {}

    /**
     * Returns the pieces for what is known without looking at the migrations.
     *
     * @param kind the kind of template
     * @param names the values of the other holes
     * @param updatedAtIsThere whether an earlier migration makes the function {@code set_updated_at}
     */
    static Map<String, String> of(String kind, Map<String, String> names, boolean updatedAtIsThere) {
        Map<String, String> pieces = new LinkedHashMap<>();
        String schema = names.getOrDefault("schema", "public");
        String column = TemplateValues.sql(names.getOrDefault("column", TemplateValues.TODO));
        String type = names.getOrDefault("type", "text");
        pieces.put("key", "id");
        pieces.put("references_key", "id");
        pieces.put("filling", filling(type));
        pieces.put("copied", kind.equals("type-change") ? column + "::" + type : column);
        pieces.put("user_type", "bigint");
        pieces.put("columns", "id, created_at");
        pieces.put("belongings", "");
        pieces.put("take_default", "");
        pieces.put("set_default", ",\n    ALTER COLUMN " + column + " SET DEFAULT " + TemplateValues.TODO);
        pieces.put(
                "disable_rls",
                "ALTER TABLE " + names.getOrDefault("table", TemplateValues.TODO) + " DISABLE ROW LEVEL SECURITY;\n");
        pieces.put("set_updated_at", updatedAtIsThere ? "" : SET_UPDATED_AT.formatted(schema));
        pieces.put(
                "drop_set_updated_at",
                updatedAtIsThere ? "" : "DROP FUNCTION IF EXISTS " + schema + ".set_updated_at();\n");
        String labels = labels(
                List.of(names.getOrDefault("value", "draft,active,archived").split(",")));
        pieces.put("labels", kind.equals("enum-recreate") ? TemplateValues.TODO : labels);
        pieces.put("all_labels", TemplateValues.TODO);
        pieces.put("seed_columns", "code, label");
        pieces.put("seed_row", TemplateValues.TODO + ", " + TemplateValues.TODO);
        pieces.put("seed_key", "code");
        pieces.put("seed_update", "label = excluded.label");
        pieces.put("seed_match", "code IN (" + TemplateValues.TODO + ")");
        return pieces;
    }

    /** Returns labels as {@code ENUM} lists them. */
    static String labels(List<String> labels) {
        return labels.stream()
                .map(label -> "'" + label.strip().replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
    }

    private static String filling(String type) {
        return FILLINGS.entrySet().stream()
                .filter(filling -> type.startsWith(filling.getKey()) && !type.contains("["))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(TemplateValues.TODO);
    }

    private static Map<String, String> ordered(String... pairs) {
        return Arrays.stream(pairs)
                .map(pair -> pair.split(" ", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> Objects.requireNonNull(pair[1]), (a, b) -> a, LinkedHashMap::new));
    }
}
