package dev.pgmigrate.goal;

import dev.pgmigrate.apply.ScriptRunner;
import dev.pgmigrate.lint.Flavour;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.rules.RefusedStatements;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.TransactionMode;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.schema.SchemaSnapshot;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a real server has when it has run a folder past the files that it refuses.
 *
 * @param applied the files that it took
 * @param cut whether a file that is no transaction was cut short, so that some of it is there
 * @param rows how many rows each table has, and their hash
 */
record FolderOutcome(Set<String> applied, boolean cut, SchemaSnapshot catalog, Map<String, String> rows) {
    static final int VERSION = 18;

    private static final String TABLES = """
            SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND n.nspname !~ '^(pg_|information_schema)' AND c.oid >= 16384""";

    /** Each run makes UUIDs and times anew. */
    private static final String ROWS = """
            SELECT count(*) || ' ' || coalesce(md5(string_agg(line, '' ORDER BY line)), '') FROM (SELECT regexp_replace(
            t::text, '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\d{4}-\\d\\d-\\d\\d[ T][0-9:.+-]+', '', 'g') AS line
            FROM %s t) x""";

    /**
     * Runs a folder on a database of its own.
     *
     * @param path the schemas of the search path, which are made; empty for the server's own
     */
    static FolderOutcome of(Migrations migrations, LintSettings settings, List<String> path) throws IOException {
        ConnectionTarget database = TestPostgres.of(VERSION).newDatabase();
        try (ServerConnection connection = ServerConnection.open(database)) {
            if (!path.isEmpty() || settings.flavour() == Flavour.SUPABASE) {
                RefusedStatements.prepare(connection);
            }
            path.forEach(schema -> connection.execute("CREATE SCHEMA IF NOT EXISTS " + schema));
            Set<String> applied = new TreeSet<>();
            boolean cut = false;
            for (Migration migration : migrations.all()) {
                if (!path.isEmpty()) {
                    connection.execute("SET search_path = " + String.join(", ", path));
                }
                if (runs(migration, settings, connection)) {
                    applied.add(migration.path());
                } else {
                    cut |= !connection.inTransaction();
                }
                if (connection.inTransaction()) {
                    connection.execute("ROLLBACK");
                }
                connection.execute("DISCARD ALL");
            }
            return new FolderOutcome(applied, cut, SchemaSnapshot.read(connection), rows(connection));
        } finally {
            dropSubscriptions(database);
            String url = database.url();
            TestPostgres.of(VERSION).server().dropDatabase(url.substring(url.lastIndexOf('/') + 1));
        }
    }

    /** The server drops no database with a subscription, whose slot is elsewhere or nowhere (manual, DROP SUBSCRIPTION). */
    private static void dropSubscriptions(ConnectionTarget database) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            for (String name : connection.query(
                    "SELECT quote_ident(subname) FROM pg_subscription JOIN pg_database ON pg_database.oid = subdbid"
                            + " WHERE datname = current_database()",
                    row -> row.getString(1))) {
                connection.execute("ALTER SUBSCRIPTION " + name + " DISABLE");
                connection.execute("ALTER SUBSCRIPTION " + name + " SET (slot_name = NONE)");
                connection.execute("DROP SUBSCRIPTION " + name);
            }
        }
    }

    private static boolean runs(Migration migration, LintSettings settings, ServerConnection connection) {
        boolean wrapped =
                migration.transactionMode() == TransactionMode.TRANSACTION && settings.runner() != Runner.PSQL;
        try {
            if (wrapped) {
                connection.execute("BEGIN");
            }
            new ScriptRunner(connection).run(migration.sql());
            if (wrapped) {
                connection.execute("COMMIT");
            }
            return true;
        } catch (ServerException e) {
            return false;
        }
    }

    private static Map<String, String> rows(ServerConnection connection) {
        Map<String, String> rows = new TreeMap<>();
        for (String table : connection.query(TABLES, row -> row.getString(1))) {
            rows.put(
                    table,
                    connection
                            .queryOne(ROWS.formatted(table), row -> row.getString(1))
                            .orElseThrow());
        }
        return rows;
    }
}
