package dev.pgmigrate.apply.plan;

import dev.pgmigrate.apply.history.OwnHistories;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.server.ServerConnection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a database contains that this tool did not create.
 *
 * @param histories the tables in which other tools keep their histories
 * @param objects some of the users' objects, such as {@code table public.users}
 * @param objectCount how many there are
 */
public record DatabaseContent(List<ForeignHistory> histories, List<String> objects, int objectCount) {
    private static final int SHOWN = 5;

    public DatabaseContent {
        histories = List.copyOf(histories);
        objects = List.copyOf(objects);
    }

    /** Returns this with {@code others} as the objects. */
    DatabaseContent only(List<String> others) {
        return new DatabaseContent(histories, others.subList(0, Math.min(SHOWN, others.size())), others.size());
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
        FLYWAY("flyway", "Flyway"),
        SUPABASE("supabase", "Supabase CLI"),
        LIQUIBASE("liquibase", "Liquibase"),
        GOOSE("goose", "goose"),
        ATLAS("atlas", "Atlas"),
        NODE_PG_MIGRATE("node-pg-migrate", "node-pg-migrate"),
        PLAIN("schema_migrations", "a runner of your own, dbmate, Rails or golang-migrate");

        private final String word;
        private final String tool;

        Kind(String word, String tool) {
            this.word = word;
            this.tool = tool;
        }

        /** Returns whether its rows are about files; Liquibase's rows are about parts of them. */
        public boolean isReadable() {
            return this != LIQUIBASE;
        }

        /** Returns the value of {@code migrate.adopt} that means it. */
        public String word() {
            return word;
        }

        /** Returns the tool that {@code migrate.adopt} calls {@code word}. */
        public static Optional<Kind> of(String word) {
            return Stream.of(values()).filter(kind -> kind.word.equals(word)).findFirst();
        }
    }

    public boolean isEmpty() {
        return histories.isEmpty() && objectCount == 0;
    }

    /** Inspects the database of {@code connection}, which does not have the caller's history. */
    static DatabaseContent of(ServerConnection connection) {
        List<String> objects = connection.ours().query(OBJECTS, row -> row.getString(1));
        return new DatabaseContent(
                historiesIn(connection), objects.subList(0, Math.min(SHOWN, objects.size())), objects.size());
    }

    /** Returns the tables in which other tools keep their histories. */
    public static List<ForeignHistory> historiesIn(ServerConnection connection) {
        return connection
                .ours()
                .query(
                        """
                            SELECT n.nspname, c.relname
                            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                            WHERE c.relkind IN ('r', 'p')
                              AND c.relname IN ('flyway_schema_history', 'databasechangelog', 'schema_migrations', 'goose_db_version',
                                                'atlas_schema_revisions', 'pgmigrations')
                              AND n.nspname NOT IN ('auth', 'realtime', '_realtime', '_supavisor')
                              AND NOT""" + OwnHistories.IS_HISTORY + " ORDER BY n.nspname, c.relname",
                        row -> history(row.getString(1), row.getString(2)));
    }

    private static ForeignHistory history(String schema, String table) {
        Kind kind = switch (table) {
            case "flyway_schema_history" -> Kind.FLYWAY;
            case "databasechangelog" -> Kind.LIQUIBASE;
            case "goose_db_version" -> Kind.GOOSE;
            case "atlas_schema_revisions" -> Kind.ATLAS;
            case "pgmigrations" -> Kind.NODE_PG_MIGRATE;
            default -> schema.equals("supabase_migrations") ? Kind.SUPABASE : Kind.PLAIN;
        };
        return new ForeignHistory(kind, QualifiedName.of(schema, table));
    }

    /** Objects of the server, an extension or the Supabase platform are not the users'. */
    private static final String OBJECTS = """
        WITH schemas AS (
            SELECT n.oid, n.nspname FROM pg_namespace n
            WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
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
          AND NOT EXISTS (
              SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE n.nspname = f.nspname AND c.relkind = 'r' AND IS_HISTORY
                AND f.name IN (c.relname, c.relname || '_events', c.relname || '_events_id_seq', c.relname || '_statements',
                               c.relname || '_status', 'migration_events', 'migration_events_id_seq',
                               'migration_statements', 'migration_status'))
        ORDER BY kind = 'sequence', kind <> 'table', 1
        LIMIT 1000
        """.replace("IS_HISTORY", OwnHistories.IS_HISTORY);
}
