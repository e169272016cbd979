package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.lint.FailOn;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.SettingsBuilder;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.SqlProxy;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A role with few rights stays one, whichever goal a superuser runs in its database (CVE-2018-1058).
 *
 * <p>What the goals send is read off the line, so that no text can be forgotten: whatever it names without a schema,
 * operators, functions, types and relations, is planted with a trap in it.
 */
@Order(8)
class HostileDatabaseTest {
    private static final Pattern PATH = Pattern.compile("SET LOCAL search_path = pg_catalog, pg_temp");
    private static final Pattern CALL = Pattern.compile("(?<![.\\w\"])([a-z_0-9]+)\\s*\\(");
    private static final Pattern RELATION = Pattern.compile("(?i)\\b(?:FROM|JOIN)\\s+(pg_(?!catalog\\b)[a-z_]+)");
    private static final Pattern CAST = Pattern.compile("::(?!pg_catalog)([a-z_]+)");
    private static final Pattern OPERATOR = Pattern.compile("(?<![(.])(?:[=<>~|+*/-]{1,2}|!~|!=)(?!\\))");

    @TempDir
    private Path base;

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void noGoalRunsWhatARoleWithFewRightsPlanted(TestPostgres postgres) throws Exception {
        ConnectionTarget harmless = postgres.newDatabase();
        Set<String> sent = new TreeSet<>();
        prepare(harmless);
        try (SqlProxy proxy = SqlProxy.before(harmless)) {
            runAllGoals(proxy.target());
            proxy.sessions().forEach(sent::addAll);
        }
        assertThat(sent).anyMatch(sql -> sql.contains("schema_migrations")).hasSizeGreaterThan(30);

        ConnectionTarget hostile = postgres.newDatabase();
        String role = "low_" + postgres.version();
        try (ServerConnection connection = ServerConnection.open(hostile)) {
            prepare(connection);
            plant(connection, role, sent);
        }
        runAllGoals(hostile);

        try (ServerConnection connection = ServerConnection.open(hostile)) {
            connection.execute("SET search_path = pg_catalog");
            assertThat(connection.query(
                            "SELECT version || ' ' || state FROM migrate.schema_migrations ORDER BY version",
                            row -> row.getString(1)))
                    .containsExactly("001 baseline", "002 applied", "003 applied", "004 failed");
            assertThat(connection.queryOne("SELECT is_called FROM evil.hits", row -> row.getBoolean(1)))
                    .hasValue(false);
            assertThat(connection.queryOne(
                            "SELECT rolsuper FROM pg_roles WHERE rolname = ?", row -> row.getBoolean(1), role))
                    .hasValue(false);
        }
    }

    /** Where the settings of the session decide, what is ours names the schema of everything. */
    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void ownSqlIsQualifiedWhereTheSessionIsTheUsers(TestPostgres postgres) throws Exception {
        Set<String> functions;
        try (ServerConnection connection = postgres.connect()) {
            functions = Set.copyOf(connection.query("SELECT DISTINCT proname FROM pg_proc", row -> row.getString(1)));
        }
        ConnectionTarget database = postgres.newDatabase();
        prepare(database);
        try (SqlProxy proxy = SqlProxy.before(database)) {
            runAllGoals(proxy.target());
            for (List<String> session : proxy.sessions()) {
                boolean own = false;
                for (String sql : session) {
                    own = (own || PATH.matcher(sql).lookingAt())
                            && !sql.startsWith("COMMIT")
                            && !sql.startsWith("ROLLBACK");
                    if (!own && !sql.contains("of_the_user")) {
                        String bare = sql.replaceAll("'(?:[^']|'')*'", "''");
                        assertThat(unqualified(CALL, bare)).as(sql).doesNotContainAnyElementsOf(functions);
                        assertThat(unqualified(CAST, bare)).as(sql).isEmpty();
                        if (!sql.startsWith("SET ") && !sql.startsWith("UNLISTEN")) {
                            assertThat(OPERATOR.matcher(bare.replaceAll(
                                                    "OPERATOR\\([^)]*\\)|[a-z_]+ = (excluded|pg_catalog|current_user)",
                                                    ""))
                                            .results())
                                    .as(sql)
                                    .isEmpty();
                        }
                    }
                }
            }
        }
    }

    private static Set<String> unqualified(Pattern pattern, String sql) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = pattern.matcher(sql.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private void runAllGoals(ConnectionTarget target) {
        Path project = base.resolve(String.valueOf(System.nanoTime()));
        write(
                project,
                "001_a.sql",
                "-- migrate:ensures column public.of_the_user.id\nCREATE TABLE public.of_the_user (id bigint);");
        MigrationFolders folders = MigrationFolders.find(project, List.of(project.resolve("migrations")), null);
        Database database = new Database(target, HistoryTable.DEFAULT);
        MigratorSettings settings = MigratorSettings.defaults("test");
        LintSettings lint = LintSettings.defaults();
        status(folders, database);
        for (boolean write : new boolean[] {false, true}) {
            Baseline.run(new Baseline.Request(
                    folders,
                    database,
                    settings,
                    new Baseline.Start.Tool("auto", Map.of()),
                    write,
                    null,
                    (holder, waited) -> {}));
        }
        write(project, "002_i.sql", "CREATE INDEX CONCURRENTLY of_the_user_id ON public.of_the_user (id);");
        write(project, "003_r.sql", """
            -- migrate:requires table public.of_the_user
            -- migrate:ensures index of_the_user_id
            COMMENT ON TABLE public.of_the_user IS 'x';
            """);
        Check.run(new Check.Request(folders, lint, Acceptance.NOTHING, database, false, true, new LintMemory()));
        apply(folders, database, settings, true);
        apply(folders, database, settings, false);
        write(project, "004_f.sql", "DO $$ BEGIN RAISE EXCEPTION 'of_the_user'; END $$;");
        apply(folders, database, settings, false);
        status(folders, database);
        Fix.run(new Fix.Request(folders, lint, database, false, LocalDateTime.of(2026, 1, 2, 3, 4, 5)));
    }

    /** What another tool applied before. */
    private static void prepare(ServerConnection connection) {
        connection.execute(
                "CREATE TABLE public.of_the_user (id bigint); CREATE TABLE public.schema_migrations (version text);"
                        + " INSERT INTO public.schema_migrations VALUES ('001')");
    }

    private static void prepare(ConnectionTarget database) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            prepare(connection);
        }
    }

    private static void status(MigrationFolders folders, Database database) {
        Status.run(new Status.Request(folders, database, false));
    }

    private static void apply(MigrationFolders folders, Database database, MigratorSettings settings, boolean dryRun) {
        Apply.run(new Apply.Request(
                folders,
                SettingsBuilder.defaults().failOn(FailOn.NEVER).build(),
                database,
                settings,
                dryRun ? (script, shown) -> assertThat(shown).isNotEmpty() : null,
                MigratorListener.NONE));
    }

    private static void write(Path project, String name, String sql) {
        try {
            Files.createDirectories(project.resolve("migrations"));
            Files.writeString(project.resolve("migrations").resolve(name), sql);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void plant(ServerConnection connection, String role, Set<String> sent) {
        Set<String> calls = new TreeSet<>();
        Set<String> relations = new TreeSet<>();
        Set<String> casts = new TreeSet<>();
        for (String sql : sent) {
            calls.addAll(unqualified(CALL, sql));
            relations.addAll(unqualified(RELATION, sql));
            casts.addAll(unqualified(CAST, sql));
        }
        // The grammar itself takes words such as bigint for the types of pg_catalog.
        casts.retainAll(connection.query("SELECT typname::text FROM pg_catalog.pg_type", row -> row.getString(1)));
        assertThat(calls).contains("current_database");
        assertThat(relations).contains("pg_class");
        assertThat(casts).contains("text");
        String name = connection
                .queryOne("SELECT current_database()", row -> row.getString(1))
                .orElseThrow();
        connection.execute(
                "DROP ROLE IF EXISTS " + role + "; CREATE ROLE " + role + "; GRANT CREATE ON SCHEMA public TO " + role
                        + "; CREATE SCHEMA evil AUTHORIZATION " + role + "; SET ROLE " + role);
        connection.execute("CREATE SEQUENCE evil.hits");
        connection.execute("""
            CREATE FUNCTION evil.attack() RETURNS boolean LANGUAGE plpgsql AS $body$
            BEGIN
                PERFORM pg_catalog.nextval('evil.hits');
                EXECUTE 'ALTER ROLE %s SUPERUSER';
                RETURN true;
            EXCEPTION WHEN OTHERS THEN
                RETURN true;
            END $body$
            """.formatted(role));
        for (String schema : List.of("evil", "public")) {
            connection.execute(OPERATORS.replace("SCHEMA", schema));
            connection.execute(FUNCTIONS.replace("SCHEMA", schema).replace("NAMES", array(calls)));
            for (String relation : relations) {
                String columns = connection
                        .queryOne(
                                "SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute WHERE attrelid ="
                                        + " ?::regclass AND attnum > 0 AND atttypid <> 'anyarray'::regtype",
                                row -> row.getString(1),
                                "pg_catalog." + relation)
                        .orElseThrow();
                connection.execute("CREATE VIEW " + schema + "." + relation + " AS SELECT " + columns
                        + " FROM pg_catalog." + relation + " WHERE evil.attack()");
            }
            for (String type : casts) {
                connection.execute(
                        "CREATE DOMAIN " + schema + "." + type + " AS pg_catalog." + type + " CHECK (evil.attack())");
            }
        }
        connection.execute(
                "RESET ROLE; GRANT ALL ON SCHEMA evil TO PUBLIC; SELECT pg_catalog.setval('evil.hits', 1, false)");
        connection.execute("ALTER DATABASE " + name + " SET search_path = evil, public, pg_catalog");
        for (String setting : List.of(
                "standard_conforming_strings = off",
                "datestyle = 'German'",
                "intervalstyle = 'sql_standard'",
                "bytea_output = 'escape'",
                "timezone = 'Asia/Kolkata'",
                "statement_timeout = '1ms'",
                "idle_session_timeout = '1ms'",
                "lock_timeout = '1ms'",
                "default_transaction_isolation = 'serializable'",
                "row_security = off")) {
            connection.execute("ALTER DATABASE " + name + " SET " + setting);
        }
    }

    private static String array(Set<String> names) {
        return "ARRAY['" + String.join("', '", names) + "']";
    }

    /** Each operator that could be meant, on the types it has and on those that a parameter or a literal might take. */
    private static final String OPERATORS = """
        DO $do$ DECLARE o record; n int := 0; BEGIN
            FOR o IN
                SELECT DISTINCT oprname, l.typ AS l, r.typ AS r
                FROM pg_operator, (VALUES ('name'), ('text'), ('varchar'), ('"char"'), ('oid'), ('int4'), ('int8'), ('bool'),
                     ('bpchar'), ('regclass'), ('int2'), ('timestamptz'), ('interval'), ('xid'), ('numeric'), ('float8')) l (typ),
                     (VALUES ('name'), ('text'), ('varchar'), ('"char"'), ('oid'), ('int4'), ('int8'), ('bool'),
                     ('bpchar'), ('regclass'), ('int2'), ('timestamptz'), ('interval'), ('xid'), ('numeric'), ('float8')) r (typ)
                WHERE oprname IN ('=', '<>', '<', '>', '~', '!~', '~~', '||', '+', '-', '/', '*')
                  AND (l.typ = r.typ OR l.typ IN ('name', 'text', '"char"', 'oid', 'int4', 'int8'))
                  AND (l.typ = r.typ OR r.typ IN ('name', 'text', 'varchar', '"char"', 'oid', 'int4', 'int8', 'interval'))
            LOOP
                n := n + 1;
                EXECUTE format('CREATE FUNCTION SCHEMA.o%s (pg_catalog.%s, pg_catalog.%s) RETURNS pg_catalog.bool'
                    || ' LANGUAGE sql AS ''SELECT evil.attack()''', n, o.l, o.r);
                EXECUTE format('CREATE OPERATOR SCHEMA.%s (LEFTARG = pg_catalog.%s, RIGHTARG = pg_catalog.%s, FUNCTION = SCHEMA.o%s)',
                    o.oprname, o.l, o.r, n);
            END LOOP;
        END $do$""";

    private static final String FUNCTIONS = """
        DO $do$ DECLARE f record; BEGIN
            FOR f IN
                SELECT DISTINCT p.proname, array_to_string(ARRAY(SELECT format_type(a, NULL) FROM unnest(p.proargtypes) a), ', ') AS args,
                    format_type(p.prorettype, NULL) AS result
                FROM pg_proc p WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.proname = ANY (NAMES)
            LOOP
                BEGIN
                    EXECUTE format('CREATE FUNCTION SCHEMA.%I (%s) RETURNS %s LANGUAGE plpgsql AS'
                        || ' ''BEGIN PERFORM evil.attack(); RETURN NULL; END''', f.proname, f.args, f.result);
                EXCEPTION WHEN OTHERS THEN
                    NULL; -- a pseudo-type that no function in PL/pgSQL may have
                END;
            END LOOP;
        END $do$""";
}
