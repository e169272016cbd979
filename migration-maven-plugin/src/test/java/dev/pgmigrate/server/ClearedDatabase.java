package dev.pgmigrate.server;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Makes a used database empty again, which costs a tenth of another one. */
public final class ClearedDatabase {
    private static final String OBJECTS = """
            SELECT format('DROP EVENT TRIGGER %I', evtname) FROM pg_event_trigger
            UNION ALL SELECT format('DROP PUBLICATION %I', pubname) FROM pg_publication
            UNION ALL SELECT format('DROP EXTENSION %I CASCADE', extname) FROM pg_extension WHERE extname <> 'plpgsql'
            UNION ALL SELECT format('DROP FOREIGN DATA WRAPPER %I CASCADE', fdwname) FROM pg_foreign_data_wrapper
            UNION ALL SELECT format('DROP SCHEMA %I CASCADE', nspname) FROM pg_namespace
              WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'""";

    private static final String PUBLIC = """
            DO $clear$
            BEGIN
              CREATE SCHEMA public;
              COMMENT ON SCHEMA public IS 'standard public schema';
              IF current_setting('server_version_num')::integer < 150000 THEN
                GRANT ALL ON SCHEMA public TO PUBLIC;
              ELSE
                ALTER SCHEMA public OWNER TO pg_database_owner;
                GRANT USAGE ON SCHEMA public TO PUBLIC;
              END IF;
            END
            $clear$""";

    /** What belongs to the database, but stands in the tables that all databases share. */
    private static final String SHARED = """
            SELECT 1 FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()
              AND (datacl IS NOT NULL OR datconnlimit <> -1 OR datdba <> 10)
            UNION ALL
            SELECT 1 FROM pg_catalog.pg_db_role_setting JOIN pg_catalog.pg_database d ON d.oid = setdatabase
              WHERE datname = pg_catalog.current_database()
            UNION ALL
            SELECT 1 FROM pg_catalog.pg_subscription JOIN pg_catalog.pg_database d ON d.oid = subdbid
              WHERE datname = pg_catalog.current_database()
            UNION ALL
            SELECT 1 FROM pg_catalog.pg_stat_activity WHERE datname = pg_catalog.current_database()
              AND pid <> pg_catalog.pg_backend_pid()
            UNION ALL
            SELECT 1 FROM pg_catalog.pg_prepared_xacts WHERE database = pg_catalog.current_database()""";

    /** The rows of {@code public}, which this class makes itself. */
    private static final Map<String, String> OURS = Map.of(
            "pg_namespace", " AND nspname <> 'public'",
            "pg_description", " AND objoid <> 'public'::pg_catalog.regnamespace");

    private static final String CATALOGS = """
            SELECT relname FROM pg_catalog.pg_class
            WHERE relnamespace = 'pg_catalog'::pg_catalog.regnamespace AND relkind = 'r' AND NOT relisshared
            ORDER BY relname""";

    private static final Map<String, String> QUESTIONS = new ConcurrentHashMap<>();

    private ClearedDatabase() {}

    /** Takes away what is there, but for an empty schema {@code public}; roles and what is in no schema may stay. */
    public static void clear(ServerConnection connection) {
        connection.execute(all(OBJECTS) + ";" + PUBLIC);
    }

    /** Returns what runs each statement that {@code query} returns, past those that others need or that are gone. */
    public static String all(String query) {
        return """
                DO $clear$
                DECLARE drops text;
                BEGIN
                  SET LOCAL lock_timeout = '1s';
                  SET LOCAL client_min_messages = error;
                  FOR drops IN %s
                  LOOP
                    BEGIN
                      EXECUTE drops;
                    EXCEPTION WHEN dependent_objects_still_exist OR undefined_object THEN NULL;
                    END;
                  END LOOP;
                END
                $clear$""".formatted(query);
    }

    /**
     * Returns whether nothing is left of what was done to the database, and nobody is in it.
     *
     * @param firstTransaction the first that can have changed it
     */
    static boolean isEmpty(ServerConnection connection, long firstTransaction) {
        String question = QUESTIONS.computeIfAbsent(
                connection.version() + " " + firstTransaction, key -> question(connection, firstTransaction));
        return connection.query(question, row -> row.getInt(1)).isEmpty();
    }

    private static String question(ServerConnection connection, long firstTransaction) {
        List<String> catalogs = connection.query(CATALOGS, row -> row.getString(1));
        return catalogs.stream()
                .map(catalog -> "SELECT 1 FROM pg_catalog." + catalog + " WHERE xmin::text::bigint >= "
                        + firstTransaction + OURS.getOrDefault(catalog, ""))
                .collect(Collectors.joining(" UNION ALL ", SHARED + " UNION ALL ", " LIMIT 1"));
    }
}
