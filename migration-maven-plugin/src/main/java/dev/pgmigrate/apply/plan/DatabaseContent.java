package dev.pgmigrate.apply.plan;

import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.server.ServerConnection;
import java.util.List;

/**
 * What a database holds that this tool did not put there.
 *
 * @param histories the tables in which other tools keep theirs
 * @param objects some of the objects of users, as {@code table public.users}
 * @param objectCount how many there are
 */
public record DatabaseContent(List<ForeignHistory> histories, List<String> objects, int objectCount) {
    private static final int SHOWN = 5;

    public DatabaseContent {
        histories = List.copyOf(histories);
        objects = List.copyOf(objects);
    }

    /** The history of another tool. */
    public record ForeignHistory(Kind kind, QualifiedName table) {
        @Override
        public String toString() {
            return table + " (" + kind.tool + ")";
        }
    }

    /** The tools whose history is recognised. */
    public enum Kind {
        FLYWAY("Flyway"),
        SUPABASE("Supabase CLI"),
        LIQUIBASE("Liquibase"),
        PLAIN("a runner of your own, dbmate, Rails or golang-migrate");

        private final String tool;

        Kind(String tool) {
            this.tool = tool;
        }
    }

    public boolean isEmpty() {
        return histories.isEmpty() && objectCount == 0;
    }

    /**
     * Looks into the database of {@code connection}, where {@code own} does not exist. Where another history of this tool
     * does, another service was here first, and what there is is its.
     */
    public static DatabaseContent of(ServerConnection connection, HistoryTable own) {
        boolean shared = connection
                .queryOne(
                        "SELECT EXISTS (SELECT FROM pg_attribute a JOIN pg_attribute b USING (attrelid)"
                                + " WHERE a.attname = 'applied_rank' AND b.attname = 'tool_version')",
                        row -> row.getBoolean(1))
                .orElse(false);
        if (shared) {
            return new DatabaseContent(List.of(), List.of(), 0);
        }
        List<ForeignHistory> histories = connection.query("""
            SELECT n.nspname, c.relname
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p')
              AND c.relname IN ('flyway_schema_history', 'databasechangelog', 'schema_migrations')
              AND n.nspname NOT IN ('auth', 'realtime', '_realtime', '_supavisor')
            ORDER BY n.nspname, c.relname\
            """, row -> history(row.getString(1), row.getString(2)));
        List<String> objects = connection.query(OBJECTS, row -> row.getString(1), own.schema());
        return new DatabaseContent(histories, objects.subList(0, Math.min(SHOWN, objects.size())), objects.size());
    }

    private static ForeignHistory history(String schema, String table) {
        Kind kind = switch (table) {
            case "flyway_schema_history" -> Kind.FLYWAY;
            case "databasechangelog" -> Kind.LIQUIBASE;
            default -> schema.equals("supabase_migrations") ? Kind.SUPABASE : Kind.PLAIN;
        };
        return new ForeignHistory(kind, QualifiedName.of(schema, table));
    }

    /** What belongs to the server, to an extension, or to a Supabase platform is not a user's. */
    private static final String OBJECTS = """
        WITH schemas AS (
            SELECT n.oid, n.nspname FROM pg_namespace n
            WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND n.nspname <> ?
              AND NOT (pg_get_userbyid(n.nspowner) ~ '^supabase_'
                       OR n.nspname IN ('supabase_migrations', 'supabase_functions', 'graphql_public')
                       OR (n.nspname IN ('auth', 'storage', 'realtime', 'extensions', 'graphql', 'vault', 'pgbouncer', 'cron', 'net', 'pgsodium')
                           AND EXISTS (SELECT FROM pg_roles WHERE rolname = 'authenticator')))
        ), found AS (
            SELECT CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'S' THEN 'sequence'
                   WHEN 'f' THEN 'foreign table' ELSE 'table' END AS kind,
                   s.nspname, c.relname AS name, 'pg_class'::regclass AS catalog, c.oid
            FROM pg_class c JOIN schemas s ON s.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
            UNION ALL
            SELECT 'function', s.nspname, p.proname, 'pg_proc'::regclass, p.oid
            FROM pg_proc p JOIN schemas s ON s.oid = p.pronamespace
            UNION ALL
            SELECT 'type', s.nspname, t.typname, 'pg_type'::regclass, t.oid
            FROM pg_type t JOIN schemas s ON s.oid = t.typnamespace WHERE t.typtype IN ('e', 'd')
        )
        SELECT kind || ' ' || nspname || '.' || name FROM found f
        WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = f.catalog AND d.objid = f.oid AND d.deptype = 'e')
        ORDER BY kind = 'sequence', kind <> 'table', 1
        LIMIT 1000\
        """;
}
