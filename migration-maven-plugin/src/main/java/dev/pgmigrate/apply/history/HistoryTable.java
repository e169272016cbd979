package dev.pgmigrate.apply.history;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.QualifiedName;

/**
 * The location of the history. Services that share a database give their tables different names.
 *
 * @param schema its own schema, so that an API that exposes {@code public} does not expose the history
 * @param name the table; its companions are named after it
 * @param oneOfMany whether other histories in the database may contain the same files, for example one per tenant
 */
public record HistoryTable(String schema, String name, boolean oneOfMany) {
    public static final String DEFAULT_SCHEMA = "migrate";
    public static final String DEFAULT_NAME = "schema_migrations";
    public static final HistoryTable DEFAULT = new HistoryTable(DEFAULT_SCHEMA, DEFAULT_NAME);

    public HistoryTable {
        require("schema", schema);
        require("table", name);
    }

    public HistoryTable(String schema, String name) {
        this(schema, name, false);
    }

    private static void require(String what, String value) {
        // The companions' names are longer, and PostgreSQL would truncate them without an error.
        int longest = Identifier.MAX_BYTES - "_statements".length();
        if (value.isBlank() || value.indexOf('\0') >= 0 || Identifier.bytes(value) > longest) {
            throw new IllegalArgumentException(
                    "The history's " + what + " needs a name of 1 to " + longest + " bytes, not \"" + value + "\".");
        }
    }

    /** Returns the table's name as SQL text, always quoted. */
    public String sql() {
        return quoted(schema) + "." + quoted(name);
    }

    String schemaSql() {
        return quoted(schema);
    }

    /** Returns the append-only table of events. */
    String events() {
        return companion("migration_events", "_events");
    }

    /** Returns the ledger of statements that ran outside a transaction. */
    String statements() {
        return companion("migration_statements", "_statements");
    }

    public String eventsSql() {
        return schemaSql() + "." + quoted(events());
    }

    public String statementsSql() {
        return schemaSql() + "." + quoted(statements());
    }

    /** Returns the view for people, as SQL text. */
    String statusSql() {
        return schemaSql() + "." + quoted(companion("migration_status", "_status"));
    }

    private String companion(String usual, String suffix) {
        return name.equals(DEFAULT_NAME) ? usual : name + suffix;
    }

    public static String quoted(String name) {
        return QualifiedName.of(name).quoted();
    }

    @Override
    public String toString() {
        return schema + "." + name;
    }
}
