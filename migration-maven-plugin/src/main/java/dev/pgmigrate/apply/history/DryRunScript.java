package dev.pgmigrate.apply.history;

import dev.pgmigrate.server.ServerConnection;

/**
 * The SQL that would be sent to a server, as a script that people can read and {@code psql} can run.
 *
 * <p>Where a goal would check something and stop, the script divides by zero: plain SQL has no other way to stop.
 */
public final class DryRunScript {
    private final StringBuilder text = new StringBuilder();
    private final String searchPath;

    public DryRunScript(String goal, ServerConnection connection, HistoryTable table) {
        comment("What mvn migrate:" + goal + " would send to " + connection.target() + ".");
        comment("To run it: psql -X -v ON_ERROR_STOP=1 -f " + goal + ".sql, in one session and as this role.");
        // SET LOCAL, under which our own SQL runs, leaves what RESET would bring back as it is.
        this.searchPath = connection
                .ours()
                .queryOne("SELECT reset_val FROM pg_settings WHERE name = 'search_path'", row -> row.getString(1))
                .orElse("");
        statement("SET search_path = pg_catalog, pg_temp");
        section("The lock that every applier takes: this fails while another one is at work.");
        mustBe("pg_try_advisory_lock(" + AdvisoryLock.key(table) + ")");
        SchemaHistory history = new SchemaHistory(connection, table);
        if (!history.exists()) {
            section("The history.");
            statement("BEGIN");
            text.append(history.ddl().strip()).append('\n');
            statement("COMMIT");
        }
    }

    /** Has names without a schema mean what they mean in the session of this tool, whoever runs the script. */
    public void searchPathOfFiles() {
        statement("SET search_path = " + (searchPath.isEmpty() ? "''" : searchPath));
    }

    public void section(String title) {
        text.append('\n');
        comment(title);
    }

    public void comment(String line) {
        text.append("-- ").append(line).append('\n');
    }

    public void statement(String sql) {
        text.append(sql.strip()).append(";\n");
    }

    /** Writes what is not a statement unchanged: the comments of a file, or data. */
    public void verbatim(String lines) {
        text.append(lines).append('\n');
    }

    /** Stops the script unless {@code condition} holds. */
    public void mustBe(String condition) {
        statement("SELECT 1 / (" + condition + ")::int");
    }

    /** Returns the script. */
    @Override
    public String toString() {
        return text.toString();
    }
}
