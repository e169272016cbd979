package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.history.SqlLiteral;
import dev.pgmigrate.migration.RequiredObject;
import dev.pgmigrate.server.ServerConnection;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a database whether an object is there that a migration requires or ensures. */
final class ObjectProbe {
    private static final String RELATION = """
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relname = ? AND (n.nspname = ? OR (? AND pg_table_is_visible(c.oid)))\
        """;

    private final ServerConnection connection;

    ObjectProbe(ServerConnection connection) {
        this.connection = connection;
    }

    boolean exists(RequiredObject object) {
        Question question = question(object);
        return connection
                .queryOne(
                        "SELECT " + question.condition(),
                        row -> row.getBoolean(1),
                        question.parameters().toArray())
                .orElse(false);
    }

    /** An SQL condition in which {@code ?} stands for the parameters. */
    record Question(String condition, List<@Nullable Object> parameters) {
        /** Returns the condition with the parameters in it. */
        String sql() {
            return SqlLiteral.fill(condition, parameters.toArray());
        }
    }

    /** Returns the condition that holds where {@code object} exists. */
    static Question question(RequiredObject object) {
        List<String> name = object.name();
        String last = name.get(name.size() - 1);
        return switch (object.type()) {
            case SCHEMA -> ask("FROM pg_namespace WHERE nspname = ?", last);
            case EXTENSION -> ask("FROM pg_extension WHERE extname = ?", last);
            case ROLE -> ask("FROM pg_roles WHERE rolname = ?", last);
            case TABLE -> relation("'r', 'p', 'f'", name);
            case VIEW -> relation("'v', 'm'", name);
            case SEQUENCE -> relation("'S'", name);
            case INDEX -> relation("'i', 'I'", name);
            case TYPE -> inSchema("pg_type", "typname", "typnamespace", "pg_type_is_visible", name);
            case FUNCTION -> inSchema("pg_proc", "proname", "pronamespace", "pg_function_is_visible", name);
            case COLUMN -> ofTable("pg_attribute", "attrelid", "attname", " AND NOT x.attisdropped", name);
            case CONSTRAINT -> ofTable("pg_constraint", "conrelid", "conname", "", name);
            case TRIGGER -> ofTable("pg_trigger", "tgrelid", "tgname", "", name);
            case POLICY -> ofTable("pg_policy", "polrelid", "polname", "", name);
        };
    }

    private static Question relation(String kinds, List<String> name) {
        String schema = name.size() > 1 ? name.get(0) : null;
        return ask(RELATION + " AND c.relkind IN (" + kinds + ")", name.get(name.size() - 1), schema, schema == null);
    }

    private static Question inSchema(
            String catalog, String nameColumn, String schemaColumn, String visible, List<String> name) {
        String schema = name.size() > 1 ? name.get(0) : null;
        return ask(
                "FROM " + catalog + " x JOIN pg_namespace n ON n.oid = x." + schemaColumn + " WHERE x." + nameColumn
                        + " = ? AND (n.nspname = ? OR (? AND " + visible + "(x.oid)))",
                name.get(name.size() - 1),
                schema,
                schema == null);
    }

    private static Question ofTable(
            String catalog, String tableColumn, String nameColumn, String more, List<String> name) {
        String schema = name.size() > 2 ? name.get(0) : null;
        return ask(
                "FROM " + catalog + " x WHERE x." + nameColumn + " = ?" + more + " AND x." + tableColumn
                        + " IN (SELECT c.oid " + RELATION + ")",
                name.get(name.size() - 1),
                name.get(name.size() - 2),
                schema,
                schema == null);
    }

    private static Question ask(String from, @Nullable Object... parameters) {
        return new Question("EXISTS (SELECT " + from + ")", Arrays.asList(parameters));
    }
}
