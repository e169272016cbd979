package dev.pgmigrate.scaffold;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.QualifiedName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The values of a template's holes: a given one, else one from the migration's name, else the default of the kind. */
final class TemplateValues {
    /** The holes whose values can be given, {@code -Dtable=public.users}. */
    static final Set<String> GIVEN =
            Set.of("table", "column", "to", "type", "object", "value", "references", "role", "condition");

    private static final Set<String> DERIVED =
            Set.of("schema", "table_name", "object_schema", "object_name", "security_invoker", "lock_timeout");
    private static final Set<String> OF_THE_FILE =
            Set.of("name", "version", "date", "author", "header", "rollback_header");

    /** What is left for a person to say. */
    /** Stands where somebody has to write what nobody has said yet. */
    static final String TODO = "TODO";

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z_][a-z0-9_]*|\"[^\"'$\\p{Cntrl}]+\"");
    private static final Pattern DOT = Pattern.compile("\\.(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
    /** A type, with what may stand behind it where a column is added. */
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9_ ,.()\\[\\]]*(?: (?i:NOT NULL))?"
            + "(?: (?i:DEFAULT) (?:'[^'\\p{Cntrl}$]*'|[a-z0-9_.()-]+))?(?: (?i:NOT NULL))?");
    /** An expression; it ends neither its parentheses' statement nor the hole of a template. */
    private static final Pattern CONDITION = Pattern.compile("[^;$\\p{Cntrl}]+");

    private static final Pattern LABEL = Pattern.compile("[^'\\p{Cntrl}$]+");
    /** The bytes that our templates add to the names of a table and its column, {@code backfill_…_…}. */
    private static final int AFFIX = "_set_updated_at".length();

    private final String kind;
    private final NewMigrationName name;
    private final Map<String, String> given;
    private final Map<String, String> values = new LinkedHashMap<>();

    TemplateValues(String kind, NewMigrationName name, Map<String, String> given) {
        this.kind = kind;
        this.name = name;
        this.given = given;
    }

    /** Returns every hole that a template may have. */
    static Set<String> holes() {
        Set<String> holes = new TreeSet<>(GIVEN);
        holes.addAll(DERIVED);
        holes.addAll(OF_THE_FILE);
        holes.addAll(Fragments.HOLES);
        return holes;
    }

    /**
     * Returns the values of those of {@code holes} that do not depend on the file.
     *
     * @param holes the holes of the kind's templates
     * @param defaults the values for holes that neither a parameter nor the name sets
     * @throws NewMigrationException if one has no value, or an unusable one
     */
    Map<String, String> of(Set<String> holes, Map<String, String> defaults) {
        boolean object = holes.stream().anyMatch(hole -> hole.startsWith("object"));
        if (object) {
            put("object", "object_schema", "object_name", given.getOrDefault("object", name.subject()));
        }
        if (holes.contains("table") || holes.contains("table_name") || holes.contains("schema")) {
            String table = given.getOrDefault("table", name.place().orElse(object ? "" : name.subject()));
            put("table", "schema", "table_name", required("table", "public.users", table));
        }
        if (holes.contains("column")) {
            String guess = defaults.getOrDefault("column", name.place().isPresent() ? name.subject() : "");
            putName("column", "email", given.getOrDefault("column", guess));
        }
        if (holes.contains("to")) {
            String guess = name.renamed()
                    .map(names -> names.get(1))
                    .filter(renamed -> !kind.equals("type-change"))
                    .orElse(kind.equals("type-change") ? Identifier.quote(values.get("column") + "_new") : "");
            putName("to", "contact_email", given.getOrDefault("to", guess));
        }
        if (holes.contains("type")) {
            values.put(
                    "type", matching("type", TYPE, given.getOrDefault("type", defaults.getOrDefault("type", "text"))));
        }
        String label = given.getOrDefault("value", "");
        if (holes.contains("value") || (holes.contains("labels") && !label.isEmpty())) {
            values.put("value", matching("value", LABEL, required("value", "archived", label)));
        }
        if (holes.contains("references")) {
            String references = required("references", "public.users", given.getOrDefault("references", ""));
            values.put(
                    "references",
                    references.equals(TODO)
                            ? TODO
                            : qualified("references", references).sql());
        }
        if (holes.contains("role")) {
            String everybody = kind.equals("grant") ? "" : "PUBLIC";
            String role = required("role", "app", given.getOrDefault("role", everybody));
            values.put("role", role.equals(everybody) ? role : sql(bare(matching("role", IDENTIFIER, role))));
        }
        if (holes.contains("condition")) {
            String condition = given.getOrDefault("condition", "");
            values.put(
                    "condition", matching("condition", CONDITION, required("condition", "\"amount > 0\"", condition)));
        }
        checkLength();
        return Map.copyOf(values);
    }

    private void put(String whole, String schema, String own, String written) {
        if (written.equals(TODO)) {
            values.put(whole, TODO);
            values.put(schema, "public");
            values.put(own, TODO.toLowerCase(Locale.ROOT));
            return;
        }
        QualifiedName qualified = qualified(whole, written);
        values.put(whole, qualified.sql());
        values.put(schema, Identifier.quoteIdent(qualified.schema().orElseThrow()));
        values.put(own, qualified.name());
    }

    private static QualifiedName qualified(String hole, String written) {
        String[] parts = DOT.split(written, -1);
        if (parts.length > 2
                || !Arrays.stream(parts)
                        .allMatch(part -> IDENTIFIER.matcher(part).matches())) {
            throw unusable(
                    hole, written, "a name is [schema.]name, in lower case, digits and _, or in quotation marks");
        }
        return parts.length == 2
                ? QualifiedName.of(bare(parts[0]), bare(parts[1]))
                : QualifiedName.of("public", bare(written));
    }

    private void putName(String hole, String example, String written) {
        values.put(hole, bare(matching(hole, IDENTIFIER, required(hole, example, written))));
    }

    private static String bare(String identifier) {
        return identifier.startsWith("\"") ? identifier.substring(1, identifier.length() - 1) : identifier;
    }

    /** Returns a name as SQL text; what a person has yet to write stays as it is. */
    static String sql(String name) {
        return name.equals(TODO) ? TODO : Identifier.quoteIdent(name);
    }

    private String required(String hole, String example, String value) {
        if (value.isEmpty()) {
            throw new MissingValueException(
                    hole,
                    "The kind %s needs -D%s, such as -D%s=%s; the name \"%s\" does not say it"
                            .formatted(kind, hole, hole, example, name));
        }
        return value;
    }

    private static String matching(String hole, Pattern pattern, String value) {
        if (!value.equals(TODO) && !pattern.matcher(value).matches()) {
            throw unusable(
                    hole,
                    value,
                    pattern == IDENTIFIER
                            ? "a name is in lower case, digits and _, or in quotation marks"
                            : "write it without quotes");
        }
        return value;
    }

    private static NewMigrationException unusable(String hole, String value, String rule) {
        return new NewMigrationException("-D%s=%s cannot be used: %s".formatted(hole, value, rule));
    }

    private void checkLength() {
        int longest = AFFIX
                + Identifier.bytes(values.getOrDefault("table_name", ""))
                + Math.max(
                        Identifier.bytes(values.getOrDefault("column", "")),
                        Identifier.bytes(values.getOrDefault("to", "")));
        if (longest > Identifier.MAX_BYTES) {
            throw new NewMigrationException(
                    "Names made from the table %s and its column would be longer than %d bytes, and PostgreSQL would truncate them:"
                                    .formatted(values.get("table"), Identifier.MAX_BYTES)
                            + " use kind blank");
        }
    }
}
