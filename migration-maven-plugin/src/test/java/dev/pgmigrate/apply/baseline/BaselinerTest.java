package dev.pgmigrate.apply.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.foreign.Adoption;
import dev.pgmigrate.apply.foreign.Adoption.Adopted;
import dev.pgmigrate.apply.foreign.Adoption.Unmatched;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.history.LockLostException;
import dev.pgmigrate.apply.history.SchemaHistory;
import dev.pgmigrate.apply.plan.NotApplicableException;
import dev.pgmigrate.apply.plan.Obstacle;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.apply.run.Migrator;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BaselinerTest {
    private static final MigratorSettings SETTINGS = MigratorSettings.defaults("test");
    private static final String FLYWAY = """
        CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY, version varchar(50),
            description varchar(200), type varchar(20), script varchar(1000), checksum int,
            installed_by varchar(100), installed_on timestamp DEFAULT now(), execution_time int, success boolean);
        """;
    private static final String SUPABASE = """
        CREATE SCHEMA supabase_migrations;
        CREATE TABLE supabase_migrations.schema_migrations (version text PRIMARY KEY, statements text[], name text);
        """;

    @TempDir
    private Path base;

    private Folder folder;

    @BeforeEach
    void makeFolder() {
        folder = new Folder(base)
                .with("001_a.sql", "SELECT 1;")
                .with("002_b.sql", "SELECT 2;")
                .with("003_c.sql", "SELECT 3;");
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void startsAtAVersion(TestPostgres postgres) {
        try (ServerConnection connection = postgres.connect()) {
            connection.execute("CREATE TABLE old ()");
            Baseliner baseliner = baseliner(connection);

            Adoption adoption = baseliner.upTo(folder.read(), MigrationVersion.of("2"));
            assertThat(new SchemaHistory(connection, HistoryTable.DEFAULT).exists())
                    .isFalse();
            baseliner.write(adoption);

            assertThat(states(connection)).containsExactly("001 baseline", "002 baseline", "003 pending");
            assertThatThrownBy(() -> baseliner.upTo(folder.read(), MigrationVersion.of("3")))
                    .isInstanceOf(Adoption.RefusedException.class)
                    .hasMessageContaining("has already been started");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void keepsWhatFlywayKnows(TestPostgres postgres) {
        try (ServerConnection connection = postgres.connect()) {
            connection.execute(FLYWAY + """
                INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES
                    (0, NULL, '<< Flyway Schema Creation >>', 'SCHEMA', '"app"', NULL, 'ann', '2024-01-01', 0, true),
                    (1, '1', 'a', 'SQL', 'V1__a.sql', 7, 'ann', '2024-01-02 03:04:05', 17, true),
                    (2, '2', 'b', 'SQL', 'V2__b.sql', 8, 'bob', '2024-01-03', 18, true),
                    (3, NULL, 'view', 'SQL', 'R__view.sql', 9, 'ann', '2024-01-03', 1, true),
                    (4, '9', 'gone', 'SQL', 'V9__gone.sql', 9, 'ann', '2024-01-04', 1, true),
                    (5, '3', 'c', 'SQL', 'V3__c.sql', 9, 'ann', '2024-01-05', 1, false)""");

            Adoption adoption = adopt(connection, "flyway");

            assertThat(adoption.adopted())
                    .extracting(Adopted::evidence)
                    .containsExactly("same version and name, other text", "same version and name, other text");
            assertThat(adoption.unmatched())
                    .extracting(Unmatched::label)
                    .containsExactly("R__view.sql", "9 V9__gone.sql", "3 V3__c.sql (failed)");
            assertThat(states(connection)).containsExactly("001 baseline", "002 baseline", "003 pending");
            assertThat(ask(connection, """
                SELECT version || ' ' || applied_by || ' ' || execution_time_ms || ' '
                       || (applied_at = '2024-01-02 03:04:05'::timestamp::timestamptz)
                FROM migrate.schema_migrations WHERE version = '001'""")).containsExactly("001 ann 17 true");
            assertThat(ask(connection, "SELECT detail FROM migrate.migration_events ORDER BY id"))
                    .containsExactly(
                            "adopted from public.flyway_schema_history; checksum 7",
                            "adopted from public.flyway_schema_history; checksum 8",
                            "no file; adopted from public.flyway_schema_history",
                            "no file; adopted from public.flyway_schema_history",
                            "no file; adopted from public.flyway_schema_history");
            assertThat(ask(connection, "SELECT count(*)::text FROM flyway_schema_history"))
                    .containsExactly("6");
        }
    }

    @Test
    void readsFlywaysBaselinesUndosAndChecksums() {
        folder.with("004_d.sql", "SELECT 4;\r\nSELECT 5;\n").with("005_e.sql", "SELECT 5;");
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            connection.execute(FLYWAY + """
                INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, success) VALUES
                    (1, '2', 'base', 'SQL_BASELINE', 'B2__base.sql', 1, true),
                    (2, '3', 'c', 'SQL', 'V3__c.sql', 1, true),
                    (3, '3', 'c', 'UNDO_SQL', 'U3__c.sql', 1, true),
                    (4, '4', 'other', 'SQL', 'V4__other.sql', -1562992519, true)""");

            Adoption adoption = adopt(connection, "auto");

            assertThat(versions(adoption)).containsExactly("001", "002", "004");
            assertThat(adoption.adopted())
                    .extracting(Adopted::evidence)
                    .containsExactly("not newer than 2", "not newer than 2", "same text under another name");
            assertThat(states(connection))
                    .containsExactly("001 baseline", "002 baseline", "003 out-of-order", "004 baseline", "005 pending");
        }
    }

    @Test
    void neverGuessesWhichOfTwoFilesAVersionMeans() {
        folder.with("003_add_unread_tracking.sql", "SELECT 33;").with("003_add_missing_columns.sql", "SELECT 333;");
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            connection.execute("CREATE TABLE schema_migrations (version text PRIMARY KEY, name text, checksum text)");
            connection.execute("INSERT INTO schema_migrations VALUES ('003', NULL)");
            assertThat(preview(connection, Map.of()).unclear())
                    .extracting(row -> row.candidates().size())
                    .containsExactly(3);
            assertThatThrownBy(() -> baseliner(connection).write(preview(connection, Map.of())))
                    .isInstanceOf(Adoption.RefusedException.class);
            assertThat(new SchemaHistory(connection, HistoryTable.DEFAULT).exists())
                    .isFalse();

            assertThat(names(preview(connection, Map.of("003", "003_c.sql")))).containsExactly("c");
            assertThat(names(preview(connection, Map.of("003", "none")))).isEmpty();

            connection.execute("UPDATE schema_migrations SET name = 'Add missing columns'");
            assertThat(names(preview(connection, Map.of()))).containsExactly("add_missing_columns");

            connection.execute("UPDATE schema_migrations SET name = NULL, checksum = md5('SELECT 33;')");
            assertThat(names(preview(connection, Map.of()))).containsExactly("add_unread_tracking");

            connection.execute("UPDATE schema_migrations SET name = 'something_else', checksum = NULL");
            assertThat(preview(connection, Map.of()).unclear()).hasSize(1);
        }
    }

    @Test
    void refusesAFileWhoseNameIsNotTheRecordedOne() {
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            connection.execute("CREATE TABLE schema_migrations (version text PRIMARY KEY, name text)");
            connection.execute("INSERT INTO schema_migrations VALUES ('001', 'a'), ('002', 'another_branch')");

            Adoption adoption = preview(connection, Map.of());

            assertThat(versions(adoption)).containsExactly("001");
            assertThat(adoption.unclear()).extracting(Adoption.Unclear::name).containsExactly("another_branch");
        }
    }

    @Test
    void adoptsWhatTheSupabaseCliWrote() {
        folder.with("20250101000000_d.sql", "SELECT 4;");
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            connection.execute(SUPABASE + "INSERT INTO supabase_migrations.schema_migrations VALUES"
                    + " ('20250101000000', NULL, 'd'), ('20250202000000', NULL, 'remote')");

            Adoption adoption = adopt(connection, "supabase");

            assertThat(versions(adoption)).containsExactly("20250101000000");
            assertThat(adoption.unmatched()).extracting(Unmatched::label).containsExactly("20250202000000 remote");
        }
    }

    @Test
    void namesTheFilesThatAreNotWhatTheSupabaseCliRecorded() {
        folder.with("20250101000000_same.sql", "-- made in January\nCREATE TABLE a (\r\n id int);\nSELECT 'x;y';\n")
                .with("20250102000000_changed.sql", "CREATE TABLE b (id int);\nCREATE INDEX ON b (id);\n")
                .with("20250103000000_shorter.sql", "CREATE TABLE c (id int);")
                .with("20250104000000_marked.sql", "CREATE TABLE d ();");
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            connection.execute(SUPABASE + """
                INSERT INTO supabase_migrations.schema_migrations VALUES
                    ('20250101000000', ARRAY['CREATE TABLE a (id int)', 'SELECT ''x;y'''], 'same'),
                    ('20250102000000', ARRAY['CREATE TABLE b (id int)', 'CREATE INDEX ON b (other)'], 'changed'),
                    ('20250103000000', ARRAY['CREATE TABLE c (id int)', 'SELECT 1'], 'shorter'),
                    ('20250104000000', NULL, 'marked')""");

            Adoption adoption = adopt(connection, "auto");

            assertThat(adoption.adopted()).hasSize(4);
            assertThat(adoption.adopted())
                    .filteredOn(adopted -> adopted.differsAt().isPresent())
                    .extracting(adopted -> adopted.file().name() + " "
                            + adopted.file()
                                    .source()
                                    .position(adopted.differsAt().orElseThrow().start()))
                    .containsExactly("changed 2:20", "shorter 1:25");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void seesWhatTheSupabaseCliAppliedSince(TestPostgres postgres) {
        Folder files = new Folder(base.resolve("supabase"))
                .with("20250101000000_a.sql", "CREATE TABLE t (a int);")
                .with("20250102000000_b.sql", "INSERT INTO t VALUES (1), (2);");
        try (ServerConnection connection = postgres.connect()) {
            connection.execute("CREATE TABLE t (a int)");
            connection.execute(SUPABASE
                    + "INSERT INTO supabase_migrations.schema_migrations VALUES ('20250101000000', NULL, 'a')");
            Baseliner baseliner = baseliner(connection);
            baseliner.write(baseliner.fromTool(files.read(), "auto", Map.of()));
            connection.execute("INSERT INTO t VALUES (1), (2)");
            connection.execute("INSERT INTO supabase_migrations.schema_migrations VALUES"
                    + " ('20250102000000', NULL, 'b'), ('20250103000000', NULL, 'fetched_nowhere')");

            assertThat(states(connection, files))
                    .containsExactly("20250101000000 baseline", "20250102000000 elsewhere", "20250103000000 elsewhere");
            assertThatThrownBy(() -> new Migrator(connection, SETTINGS, MigratorListener.NONE).apply(files.read()))
                    .isInstanceOfSatisfying(
                            NotApplicableException.class,
                            e -> assertThat(e.obstacles())
                                    .extracting(Obstacle::kind)
                                    .containsExactly(Obstacle.Kind.ELSEWHERE, Obstacle.Kind.ELSEWHERE));

            baseliner.write(baseliner.fromTool(files.read(), "auto", Map.of()));

            assertThat(states(connection, files)).containsExactly("20250101000000 baseline", "20250102000000 baseline");
            assertThat(new Migrator(connection, SETTINGS, MigratorListener.NONE)
                            .apply(files.read())
                            .applied())
                    .isEmpty();
            assertThat(ask(connection, "SELECT count(*)::text FROM t")).containsExactly("2");

            connection.execute("DELETE FROM supabase_migrations.schema_migrations WHERE version = '20250102000000'");
            assertThat(new Planner(connection, HistoryTable.DEFAULT)
                            .plan(files.read())
                            .objections(false))
                    .extracting(Obstacle::advice)
                    .containsExactly(
                            "Tell the Supabase CLI: supabase migration repair --status applied 20250102000000, or mvn"
                                    + " migrate:repair");
        }
    }

    @Test
    void whatFlywayAppliedSinceIsNotAppliedAgain() {
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            connection.execute(FLYWAY + """
                INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, success) VALUES
                    (1, '1', 'a', 'SQL', 'V1__a.sql', true)""");
            adopt(connection, "flyway");
            connection.execute("""
                INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, success) VALUES
                    (2, '2', 'b', 'SQL', 'V2__b.sql', true)""");

            assertThat(states(connection)).containsExactly("001 baseline", "002 elsewhere", "003 pending");
            connection.execute("DROP TABLE flyway_schema_history");
            assertThat(states(connection)).containsExactly("001 baseline", "002 pending", "003 pending");
        }
    }

    @Test
    void findsATableAgainWhoseNamesHaveDots() {
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            connection.execute("CREATE SCHEMA \"my.app\"; SET search_path = \"my.app\"; " + FLYWAY + """
                ALTER TABLE flyway_schema_history RENAME TO "flyway.history";
                INSERT INTO "flyway.history" (installed_rank, version, description, type, script, success) VALUES
                    (1, '1', 'a', 'SQL', 'V1__a.sql', true)""");
            Baseliner baseliner = baseliner(connection);
            QualifiedName table = QualifiedName.of("my.app", "flyway.history");
            baseliner.write(baseliner.from(folder.read(), table, Map.of()));
            connection.execute("""
                INSERT INTO "my.app"."flyway.history" (installed_rank, version, description, type, script, success) VALUES
                    (2, '2', 'b', 'SQL', 'V2__b.sql', true)""");

            assertThat(states(connection)).containsExactly("001 baseline", "002 elsewhere", "003 pending");
        }
    }

    @Test
    void whoLosesTheLockAdoptsNothing() {
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            new SchemaHistory(connection, HistoryTable.DEFAULT).create();
            connection.execute("""
                CREATE FUNCTION lose_the_lock() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    PERFORM pg_terminate_backend(pid, 5000) FROM pg_locks WHERE locktype = 'advisory' AND granted
                        AND pid <> pg_backend_pid()
                        AND database = (SELECT oid FROM pg_database WHERE datname = current_database());
                    RETURN new; END $$;
                CREATE TRIGGER lose AFTER INSERT ON migrate.schema_migrations
                    FOR EACH ROW EXECUTE FUNCTION lose_the_lock()""");
            Baseliner baseliner = baseliner(connection);
            Adoption adoption = baseliner.upTo(folder.read(), MigrationVersion.of("2"));

            assertThatThrownBy(() -> baseliner.write(adoption)).isInstanceOf(LockLostException.class);

            assertThat(new SchemaHistory(connection, HistoryTable.DEFAULT).rows())
                    .isEmpty();
        }
    }

    @Test
    void adoptsAPlainTable() {
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            connection.execute("""
                CREATE TABLE schema_migrations (id serial, version varchar(50) UNIQUE, name text, applied_at timestamptz,
                    checksum text, execution_time_ms int, applied_by text);
                INSERT INTO schema_migrations (version, applied_at, execution_time_ms, applied_by)
                VALUES ('001', '2024-01-02 03:04:05Z', 5, 'ann'), ('002_b', NULL, NULL, NULL), ('20250115_001', NULL, NULL, NULL)""");

            Adoption adoption = preview(connection, Map.of());
            baseliner(connection).write(adoption);

            assertThat(versions(adoption)).containsExactly("001", "002");
            assertThat(adoption.unmatched()).extracting(Unmatched::label).containsExactly("20250115_001");
            assertThat(new SchemaHistory(connection, HistoryTable.DEFAULT).rows())
                    .first()
                    .satisfies(row -> {
                        assertThat(row.appliedAt()).isEqualTo("2024-01-02T03:04:05Z");
                        assertThat(row.appliedBy()).isEqualTo("ann");
                        assertThat(row.millis()).hasValue(5L);
                    });
        }
    }

    @Test
    void readsGooseAndNodePgMigrate() {
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            connection.execute("""
                CREATE TABLE goose_db_version (id serial, version_id bigint, is_applied boolean, tstamp timestamp DEFAULT now());
                INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, true), (1, true), (2, true), (2, false)""");
            assertThat(versions(baseliner(connection).fromTool(folder.read(), "goose", Map.of())))
                    .containsExactly("001");

            connection.execute(
                    "CREATE TABLE pgmigrations (id serial PRIMARY KEY, name varchar(255), run_on timestamp)");
            connection.execute("INSERT INTO pgmigrations (name, run_on) VALUES ('001_a', now()), ('002_b', now())");
            assertThat(versions(baseliner(connection).fromTool(folder.read(), "node-pg-migrate", Map.of())))
                    .containsExactly("001", "002");
        }
    }

    @Test
    void refusesADirtyHistoryAndOneThatIsNotThere() {
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            Baseliner baseliner = baseliner(connection);
            assertThatThrownBy(() -> baseliner.fromTool(folder.read(), "auto", Map.of()))
                    .isInstanceOf(Adoption.RefusedException.class)
                    .hasMessageContaining("No other tool's history");
            connection.execute("CREATE TABLE schema_migrations (version bigint, dirty boolean)");
            connection.execute("INSERT INTO schema_migrations VALUES (2, true)");
            assertThatThrownBy(() -> preview(connection, Map.of()))
                    .isInstanceOf(Adoption.RefusedException.class)
                    .hasMessageContaining("dirty");
            connection.execute("UPDATE schema_migrations SET dirty = false");
            assertThat(versions(preview(connection, Map.of()))).containsExactly("001", "002");
        }
    }

    private static Baseliner baseliner(ServerConnection connection) {
        return new Baseliner(connection, SETTINGS, (holder, waited) -> {});
    }

    private Adoption adopt(ServerConnection connection, String tool) {
        Baseliner baseliner = baseliner(connection);
        Adoption adoption = baseliner.fromTool(folder.read(), tool, Map.of());
        baseliner.write(adoption);
        return adoption;
    }

    private Adoption preview(ServerConnection connection, Map<String, String> chosen) {
        return baseliner(connection).from(folder.read(), QualifiedName.of("public", "schema_migrations"), chosen);
    }

    private List<String> states(ServerConnection connection) {
        return states(connection, folder);
    }

    private static List<String> states(ServerConnection connection, Folder files) {
        return new Planner(connection, HistoryTable.DEFAULT)
                .plan(files.read()).all().stream()
                        .map(planned ->
                                planned.version() + " " + planned.state().id())
                        .toList();
    }

    private static List<String> ask(ServerConnection connection, String query) {
        return connection.query(query, row -> row.getString(1));
    }

    private static List<String> names(Adoption adoption) {
        return adoption.adopted().stream().map(adopted -> adopted.file().name()).toList();
    }

    private static List<String> versions(Adoption adoption) {
        return adoption.adopted().stream()
                .map(adopted -> adopted.file().version().toString())
                .toList();
    }
}
