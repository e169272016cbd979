package dev.pgmigrate.apply.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.ScriptRunner;
import dev.pgmigrate.apply.StatementFailedException;
import dev.pgmigrate.apply.baseline.Baseliner;
import dev.pgmigrate.apply.foreign.Adoption;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.history.SchemaHistory;
import dev.pgmigrate.apply.plan.NotApplicableException;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApplyScriptTest {
    private static final MigratorSettings SETTINGS = MigratorSettings.defaults("it's \\ a test");

    /** What a database holds, as far as these migrations change it. */
    private static final String CATALOG = """
        SELECT format('%s %s.%s %s', c.relkind, c.relnamespace::regnamespace, c.relname,
                      pg_get_userbyid(c.relowner))
        FROM pg_class c WHERE c.relnamespace::regnamespace::text NOT LIKE 'pg\\_%' AND c.relname NOT LIKE 'pg\\_%'
          AND c.relnamespace <> 'information_schema'::regnamespace
        UNION ALL
        SELECT format('%s.%s %s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull)
        FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped AND attrelid::regclass::text IN ('t', 'later')
        UNION ALL
        SELECT format('%s valid %s', indexrelid::regclass, indisvalid) FROM pg_index WHERE indrelid = 't'::regclass
        UNION ALL
        SELECT format('row %s %s', id, name) FROM t
        UNION ALL
        SELECT format('history %s %s %s %s %s %s %s', version, name, checksum, applied_rank, applied_by, state,
                      tool_version) FROM migrate.schema_migrations
        UNION ALL
        SELECT format('event %s %s %s', version, kind, outcome) FROM migrate.migration_events
        UNION ALL
        SELECT format('statement %s %s', version, statement) FROM migrate.migration_statements
        ORDER BY 1""";

    private static final String MIRROR =
            "SELECT format('%s %s %s', version, name, statements) FROM supabase_migrations.schema_migrations ORDER BY"
                    + " 1";

    @TempDir
    private Path base;

    @TempDir
    private Path other;

    private Folder folder;

    @BeforeEach
    void makeFolder() {
        folder = new Folder(base)
                .with("001_t.sql", """
                    -- What it's for: a; b
                    -- migrate:ensures column public.t.name
                    CREATE TABLE t (id bigint, name text);
                    /* data */ COPY t FROM stdin;
                    1\tit's; one
                    2\t\\N
                    \\.
                    -- and then
                    SELECT pg_catalog.set_config('search_path', '', false)
                    """)
                .with("002_own.sql", "BEGIN ISOLATION LEVEL SERIALIZABLE;\nALTER TABLE t ADD y int; -- last\nCOMMIT;\n")
                .with("003_index.sql", """
                    SET lock_timeout = 0;
                    CREATE INDEX CONCURRENTLY t_name ON t (name);
                    CREATE UNIQUE INDEX CONCURRENTLY t_id ON t (id);
                    """)
                .with("004_later.sql", """
                    -- migrate:requires table public.t
                    -- migrate:timeout lock=3s
                    CREATE TABLE later (x text DEFAULT 'a\\b');
                    CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$""");
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void runningTheScriptIsTheSameAsApplying(TestPostgres postgres) {
        ConnectionTarget applied = postgres.newDatabase();
        ConnectionTarget scripted = postgres.newDatabase();
        String script = script(scripted).orElseThrow();
        assertThat(isStarted(scripted)).isFalse();

        apply(applied);
        run(scripted, script);

        assertThat(ask(scripted, CATALOG)).isEqualTo(ask(applied, CATALOG)).contains("t_id valid t", "row 1 it's; one");
        assertThat(script(scripted)).isEmpty();
    }

    @Test
    void theTableOfTheSupabaseCliIsWrittenAsWell() {
        ConnectionTarget applied = withTheTableOfTheSupabaseCli();
        ConnectionTarget scripted = withTheTableOfTheSupabaseCli();

        apply(applied);
        run(scripted, script(scripted).orElseThrow());

        assertThat(ask(scripted, MIRROR)).hasSize(4).isEqualTo(ask(applied, MIRROR));
    }

    @Test
    void theScriptKeepsTheCommentsOfTheFilesAndNoPassword() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        String script = script(database).orElseThrow();

        assertThat(script)
                .contains("-- What it's for: a; b\n", "-- and then\n", "-- migrations/002_own.sql\n")
                .contains("SET lock_timeout = 3000;")
                .contains(database.url())
                .doesNotContain(String.valueOf(database.passwordOrNull()));
    }

    /** Whoever runs the script has another search_path than the URL that it was made for. */
    @Test
    void namesMeanWhatTheyMeanInTheSessionOfThisTool() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        Folder bare = new Folder(base.resolve("bare")).with("001_t.sql", "CREATE TABLE here (id int);");
        String script;
        try (ServerConnection connection = ServerConnection.open(database.with("currentSchema", "app,public"))) {
            connection.execute("CREATE SCHEMA app");
            Migrations migrations = bare.read();
            script = ApplyScript.of(
                            connection,
                            migrations,
                            new Planner(connection, HistoryTable.DEFAULT).plan(migrations),
                            SETTINGS)
                    .orElseThrow();
        }

        run(database, script);

        try (ServerConnection connection = ServerConnection.open(database)) {
            assertThat(connection.query(
                            "SELECT schemaname::text FROM pg_tables WHERE tablename = 'here'", row -> row.getString(1)))
                    .containsExactly("app");
        }
    }

    @Test
    void theScriptStopsWhereApplyingWould() {
        folder.with("004_later.sql", "-- migrate:requires table public.nix\nCREATE TABLE later ();");
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        String script = script(database).orElseThrow();

        assertThatThrownBy(() -> run(database, script))
                .isInstanceOfSatisfying(
                        StatementFailedException.class, e -> assertThat(e.sql()).contains("'nix'"));
    }

    @Test
    void whatCannotBeAppliedHasNoScript() {
        folder.with("005_bad.sql", "SELECT 1; COMMIT;");

        assertThatThrownBy(() -> script(TestPostgres.of(18).newDatabase())).isInstanceOf(NotApplicableException.class);
    }

    @Test
    void baseliningHasAScriptToo() {
        ConnectionTarget done = TestPostgres.of(18).newDatabase();
        ConnectionTarget scripted = TestPostgres.of(18).newDatabase();
        List<String> script = new ArrayList<>();
        baseline(done, null);
        baseline(scripted, script::add);
        assertThat(isStarted(scripted)).isFalse();

        run(scripted, script.get(0));

        assertThat(ask(scripted, CATALOG))
                .isEqualTo(ask(done, CATALOG))
                .anyMatch(line -> line.startsWith("history 003"));
    }

    private void baseline(ConnectionTarget database, @Nullable Consumer<String> dryRun) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute("CREATE TABLE t (id int, name text); CREATE INDEX ON t (id)");
            Baseliner baseliner = new Baseliner(connection, SETTINGS, (holder, waited) -> {});
            Adoption adoption = baseliner.upTo(folder.read(), MigrationVersion.of("3"));
            if (dryRun == null) {
                baseliner.write(adoption);
            } else {
                dryRun.accept(baseliner.script(adoption));
            }
        }
    }

    private static ConnectionTarget withTheTableOfTheSupabaseCli() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute("CREATE SCHEMA supabase_migrations; CREATE TABLE supabase_migrations.schema_migrations"
                    + " (version text PRIMARY KEY, statements text[], name text)");
            new SchemaHistory(connection, HistoryTable.DEFAULT).create();
        }
        return database;
    }

    private Optional<String> script(ConnectionTarget database) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            Migrations migrations = folder.read();
            return ApplyScript.of(
                    connection, migrations, new Planner(connection, HistoryTable.DEFAULT).plan(migrations), SETTINGS);
        }
    }

    private void run(ConnectionTarget database, String script) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            new ScriptRunner(connection)
                    .run(new Folder(other).with("001_script.sql", script).only().sql());
        }
    }

    private static boolean isStarted(ConnectionTarget database) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            return new SchemaHistory(connection, HistoryTable.DEFAULT).exists();
        }
    }

    private static List<String> ask(ConnectionTarget database, String query) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            return connection.query(query, row -> row.getString(1));
        }
    }

    private void apply(ConnectionTarget database) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            assertThat(new Migrator(connection, SETTINGS, MigratorListener.NONE)
                            .apply(folder.read())
                            .failure())
                    .isEmpty();
        }
    }
}
