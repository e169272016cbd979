package dev.pgmigrate.apply.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.apply.foreign.Adoption;
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
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a history starts at a version, or with what another tool has recorded. */
class BaselinerTest extends AdoptionFolder {
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
}
