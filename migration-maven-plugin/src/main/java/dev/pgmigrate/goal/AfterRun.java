package dev.pgmigrate.goal;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.lint.Flavour;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.server.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What follows a run for those who read the database: statistics that fit what was changed, and an API that knows the new
 * schema. The run has succeeded by then, so that a failure is only a warning.
 *
 * @param analyze whether to run {@code ANALYZE} where statistics were lost or never were
 * @param reloadSchema whether to tell PostgREST to read the schema anew, in a Supabase project
 * @param flavour which kind of database the files are for
 * @param warnings is told what failed
 */
public record AfterRun(boolean analyze, boolean reloadSchema, Flavour flavour, Consumer<String> warnings) {
    /** Does nothing. */
    public static final AfterRun NOTHING = new AfterRun(false, false, Flavour.PLAIN, warning -> {});

    /** The channel and the message that PostgREST listens for (PostgREST's documentation, "Schema Cache Reloading"). */
    private static final String RELOAD = "NOTIFY pgrst, 'reload schema'";

    /**
     * Does it once {@code ran} have run.
     *
     * @param connection is in no transaction
     */
    void run(ServerConnection connection, MigratorSettings settings, Migrations migrations, List<Migration> ran) {
        if (analyze) {
            Map<String, StaleStatistics> stale = new LinkedHashMap<>();
            StaleStatistics.of(ran.stream().map(Migration::sql).toList())
                    .forEach(one -> one.qualified(name -> TableName.of(connection, name))
                            .ifPresent(found -> stale.merge(found.table(), found, StaleStatistics::and)));
            stale.values().forEach(one -> analyze(one, connection, settings));
        }
        boolean supabase = flavour == Flavour.SUPABASE || (flavour == Flavour.AUTO && migrations.areForSupabase());
        if (reloadSchema && supabase && !ran.isEmpty()) {
            attempt(RELOAD, connection);
        }
    }

    private void analyze(StaleStatistics stale, ServerConnection connection, MigratorSettings settings) {
        String role = settings.setRole()
                .map(sql -> sql.replaceFirst("SET ", "SET LOCAL ") + "; ")
                .orElse("");
        attempt(
                "BEGIN; SET LOCAL search_path = pg_catalog; SET LOCAL lock_timeout = "
                        + settings.timeouts().lockTimeout().toMillis() + "; SET LOCAL statement_timeout = "
                        + settings.timeouts().statementTimeout().toMillis() + "; " + role + stale.sql() + "; COMMIT",
                connection);
    }

    private void attempt(String sql, ServerConnection connection) {
        try {
            connection.execute(sql);
        } catch (ServerException e) {
            if (!connection.isClosed()) {
                connection.rollback();
            }
            String what = sql.replaceFirst("^BEGIN;.*; (ANALYZE .*); COMMIT$", "$1");
            warnings.accept("After the run, " + what + " failed: " + e.error().sentence() + " Run it by hand.");
        }
    }
}
