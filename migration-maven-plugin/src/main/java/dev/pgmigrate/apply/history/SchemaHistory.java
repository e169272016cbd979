package dev.pgmigrate.apply.history;

import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The record of what was applied to a database, kept inside it.
 *
 * <p>Reading needs USAGE on the schema and SELECT on the tables, and works on a standby and through any pooler. Only
 * {@link #create()} creates anything.
 */
public final class SchemaHistory {
    private static final List<String> COLUMNS = List.of(
            "version",
            "name",
            "checksum",
            "applied_rank",
            "applied_at",
            "execution_time_ms",
            "applied_by",
            "state",
            "tool_version");

    /** What an event of a repair begins with that took a version back. */
    public static final String MARKED_AS_REVERTED = "marked as reverted";

    /** Each try but the last can fail because another history makes the same schema at that moment. */
    private static final int TRIES = 3;

    private final ServerConnection connection;
    private final HistoryTable table;

    public SchemaHistory(ServerConnection connection, HistoryTable table) {
        this.connection = connection;
        this.table = table;
    }

    public HistoryTable table() {
        return table;
    }

    /**
     * Returns whether the history exists.
     *
     * @throws HistoryException if it exists but cannot be read, or is something else
     */
    public boolean exists() {
        // The catalogs, unlike to_regclass(), can be queried without any privilege on the schema.
        return connection
                .ours()
                .queryOne("""
                    SELECT c.relkind::text,
                           has_schema_privilege(n.oid, 'USAGE'),
                           has_table_privilege(c.oid, 'SELECT'),
                           ARRAY(SELECT a.attname::text FROM pg_attribute a
                                 WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
                           current_user
                    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname = ? AND c.relname = ?""", this::found, table.schema(), table.name())
                .orElse(false);
    }

    private boolean found(ResultSet row) throws SQLException {
        Set<String> missing = new LinkedHashSet<>(COLUMNS);
        missing.removeAll(Set.of((String[]) row.getArray(4).getArray()));
        if (!row.getString(1).equals("r") || !missing.isEmpty()) {
            throw HistoryException.otherShape(table, missing);
        }
        if (!row.getBoolean(2) || !row.getBoolean(3)) {
            throw HistoryException.notReadable(table, row.getString(5));
        }
        return true;
    }

    /** Returns the rows in the order of applying. */
    public List<HistoryRow> rows() {
        return connection
                .ours()
                .query(
                        "SELECT version, name, checksum, applied_rank, applied_at, execution_time_ms, applied_by,"
                                + " state, tool_version FROM "
                                + table.sql() + " ORDER BY applied_rank",
                        SchemaHistory::row);
    }

    private static HistoryRow row(ResultSet row) throws SQLException {
        Timestamp appliedAt = row.getTimestamp(5);
        long millis = row.getLong(6);
        return new HistoryRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                appliedAt.toInstant(),
                row.wasNull() ? null : millis,
                row.getString(7),
                HistoryRow.State.of(row.getString(8)),
                row.getString(9));
    }

    /** Returns the versions that were reverted and have not been applied again since. */
    public Set<String> reverted() {
        return new HashSet<>(connection
                .ours()
                .query(
                        "SELECT DISTINCT e.version FROM " + table.eventsSql()
                                + " e WHERE (e.kind = 'revert' AND e.outcome = 'succeeded' OR e.kind = 'repair' AND"
                                + " e.detail LIKE '" + MARKED_AS_REVERTED + "%') AND NOT EXISTS (SELECT FROM "
                                + table.sql()
                                + " h WHERE h.version = e.version)",
                        row -> row.getString(1)));
    }

    /**
     * Creates the schema, the tables and the view where they are missing. Has to be called under the lock, which keeps out
     * who makes the same history, but not who makes another one in the same schema: of two sessions that create a schema at
     * the same time one fails, even with {@code IF NOT EXISTS}.
     *
     * @throws HistoryException if the role may not, or if a part of the history is gone
     */
    public void create() {
        for (int tries = 1; !exists(); tries++) {
            try {
                String ddl = ddl();
                connection.ours().inTransaction(ddl, () -> connection.execute(ddl));
                return;
            } catch (ServerException e) {
                if (e.is(SqlState.INSUFFICIENT_PRIVILEGE)) {
                    throw notWritable();
                }
                if (!e.is(SqlState.UNIQUE_VIOLATION) || tries == TRIES) {
                    throw e;
                }
            }
        }
        requireComplete();
        requireWritable(); // Even IF NOT EXISTS needs the privilege to create, which the role may not have.
    }

    /** What is gone with a companion only shows after a file's work, and would be taken for the file's fault. */
    private void requireComplete() {
        connection
                .ours()
                .queryOne("""
                        SELECT companion FROM pg_catalog.unnest(ARRAY[?::text, ?::text]) companion
                        WHERE NOT EXISTS (
                            SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                            WHERE n.nspname = ? AND c.relname = companion)
                        LIMIT 1""", row -> row.getString(1), table.events(), table.statements(), table.schema())
                .ifPresent(companion -> {
                    String ddl = companion.equals(table.events()) ? eventsDdl() : statementsDdl();
                    throw HistoryException.incomplete(table, companion, ddl);
                });
    }

    /**
     * Checks the privileges on each of the tables: one that is missing on the second table would show only after a file's
     * work.
     */
    private void requireWritable() {
        connection
                .ours()
                .queryOne(
                        """
                        SELECT current_user FROM pg_catalog.pg_class c
                        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                        WHERE n.nspname = ? AND c.relname IN (?, ?, ?) AND NOT (
                            pg_catalog.has_table_privilege(c.oid, 'SELECT')
                            AND pg_catalog.has_table_privilege(c.oid, 'INSERT')
                            AND (c.relname = ? OR pg_catalog.has_table_privilege(c.oid, 'UPDATE'))
                            AND (c.relname <> ? OR pg_catalog.has_table_privilege(c.oid, 'DELETE')))
                        LIMIT 1""",
                        row -> row.getString(1),
                        table.schema(),
                        table.name(),
                        table.events(),
                        table.statements(),
                        table.events(),
                        table.statements())
                .ifPresent(role -> {
                    throw HistoryException.notWritable(table, role);
                });
    }

    /**
     * Asks for the right to take rows out, which only a rollback and a repair need.
     *
     * @throws HistoryException if the role has it not
     */
    public void requireErasable() {
        connection
                .ours()
                .queryOne(
                        "SELECT current_user WHERE NOT pg_catalog.has_table_privilege(?, 'DELETE')",
                        row -> row.getString(1),
                        table.sql())
                .ifPresent(role -> {
                    throw HistoryException.notErasable(table, role);
                });
    }

    private HistoryException notWritable() {
        String[] names = connection
                .ours()
                .queryOne("SELECT current_user, current_database()", row ->
                        new String[] {row.getString(1), row.getString(2)})
                .orElseThrow();
        String on = schemaExists() ? "SCHEMA " + table.schemaSql() : "DATABASE " + HistoryTable.quoted(names[1]);
        return HistoryException.notCreatable(table, names[0], on);
    }

    private boolean schemaExists() {
        return connection
                .ours()
                .queryOne(
                        "SELECT true FROM pg_catalog.pg_namespace WHERE nspname = ?",
                        row -> row.getBoolean(1),
                        table.schema())
                .orElse(false);
    }

    /** Returns the statements that create the history. */
    String ddl() {
        // Even IF NOT EXISTS needs the privilege to create schemas in the database (manual, CREATE SCHEMA).
        String schema = schemaExists() ? "" : "CREATE SCHEMA IF NOT EXISTS " + table.schemaSql() + ";\n";
        return schema + """
            CREATE TABLE IF NOT EXISTS %1$s (
                version text PRIMARY KEY,
                name text NOT NULL,
                checksum text,
                applied_rank bigint NOT NULL UNIQUE,
                applied_at timestamptz NOT NULL DEFAULT clock_timestamp(),
                execution_time_ms bigint,
                applied_by text NOT NULL DEFAULT current_user,
                state text NOT NULL CHECK (state IN ('applied', 'baseline', 'failed')),
                tool_version text NOT NULL
            );
            %2$s
            %3$s
            CREATE OR REPLACE VIEW %4$s AS
            SELECT version, name, state, applied_at, applied_by,
                   make_interval(secs => execution_time_ms / 1000.0) AS duration,
                   CASE WHEN applied_at > now() - interval '1 day' THEN 'recent'
                        WHEN applied_at > now() - interval '7 days' THEN 'this_week'
                        WHEN applied_at > now() - interval '1 month' THEN 'this_month'
                        ELSE 'older' END AS age
            FROM %1$s
            ORDER BY applied_rank;
            """.formatted(table.sql(), eventsDdl(), statementsDdl(), table.statusSql());
    }

    private String eventsDdl() {
        return """
            CREATE TABLE IF NOT EXISTS %s (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                version text NOT NULL,
                kind text NOT NULL CHECK (kind IN ('apply', 'revert', 'repair', 'baseline')),
                outcome text NOT NULL CHECK (outcome IN ('succeeded', 'failed')),
                happened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
                happened_by text NOT NULL DEFAULT current_user,
                source_commit text,
                detail text,
                tool_version text NOT NULL
            );
            """.formatted(table.eventsSql()).strip();
    }

    private String statementsDdl() {
        return """
            CREATE TABLE IF NOT EXISTS %s (
                version text NOT NULL,
                statement integer NOT NULL,
                checksum text NOT NULL,
                finished_at timestamptz NOT NULL DEFAULT clock_timestamp(),
                PRIMARY KEY (version, statement)
            );
            """.formatted(table.statementsSql()).strip();
    }
}
