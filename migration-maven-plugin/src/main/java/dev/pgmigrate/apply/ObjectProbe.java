package dev.pgmigrate.apply;

import dev.pgmigrate.apply.history.SqlLiteral;
import dev.pgmigrate.migration.RequiredObject;
import dev.pgmigrate.server.ServerConnection;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether an object that a migration requires or ensures exists in a database.
 *
 * <p>It does so in the migration's own transaction, whose {@code search_path} decides what an unqualified name means;
 * therefore its own SQL qualifies everything ({@link dev.pgmigrate.server.OwnSql}).
 */
public final class ObjectProbe {
    private static final String RELATION = """
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
        WHERE c.relname OPERATOR(pg_catalog.=) ?
          AND (n.nspname OPERATOR(pg_catalog.=) ? OR (? AND pg_catalog.pg_table_is_visible(c.oid)))""";

    private final ServerConnection connection;

    public ObjectProbe(ServerConnection connection) {
        this.connection = connection;
    }

    public boolean exists(RequiredObject object) {
        Question question = question(object);
        return connection
                .queryOne(
                        "SELECT " + question.condition(),
                        row -> row.getBoolean(1),
                        question.parameters().toArray())
                .orElse(false);
    }

    /** An SQL condition in which {@code ?} stands for the parameters. */
    public record Question(String condition, List<@Nullable Object> parameters) {
        /** Returns the condition with its parameters filled in. */
        public String sql() {
            return SqlLiteral.fill(condition, parameters.toArray());
        }
    }

    /** Returns the condition that holds where {@code object} exists. */
    public static Question question(RequiredObject object) {
        List<String> name = object.name();
        String last = name.get(name.size() - 1);
        return switch (object.type()) {
            case SCHEMA -> ask("FROM pg_catalog.pg_namespace WHERE nspname OPERATOR(pg_catalog.=) ?", last);
            case EXTENSION -> ask("FROM pg_catalog.pg_extension WHERE extname OPERATOR(pg_catalog.=) ?", last);
            case ROLE -> ask("FROM pg_catalog.pg_roles WHERE rolname OPERATOR(pg_catalog.=) ?", last);
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
        return ask(
                RELATION + " AND c.relkind OPERATOR(pg_catalog.=) ANY (ARRAY[" + kinds + "]::pg_catalog.\"char\"[])",
                name.get(name.size() - 1),
                schema,
                schema == null);
    }

    private static Question inSchema(
            String catalog, String nameColumn, String schemaColumn, String visible, List<String> name) {
        String schema = name.size() > 1 ? name.get(0) : null;
        return ask(
                "FROM pg_catalog." + catalog + " x JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) x."
                        + schemaColumn + " WHERE x." + nameColumn + " OPERATOR(pg_catalog.=) ?"
                        + " AND (n.nspname OPERATOR(pg_catalog.=) ? OR (? AND pg_catalog." + visible + "(x.oid)))",
                name.get(name.size() - 1),
                schema,
                schema == null);
    }

    private static Question ofTable(
            String catalog, String tableColumn, String nameColumn, String more, List<String> name) {
        String schema = name.size() > 2 ? name.get(0) : null;
        return ask(
                "FROM pg_catalog." + catalog + " x WHERE x." + nameColumn + " OPERATOR(pg_catalog.=) ?" + more
                        + " AND x." + tableColumn + " OPERATOR(pg_catalog.=) ANY (SELECT c.oid " + RELATION + ")",
                name.get(name.size() - 1),
                name.get(name.size() - 2),
                schema,
                schema == null);
    }

    private static Question ask(String from, @Nullable Object... parameters) {
        return new Question("EXISTS (SELECT " + from + ")", Arrays.asList(parameters));
    }
}
