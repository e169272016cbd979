package dev.pgmigrate.apply.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BaselinerTest {
    private static final MigratorSettings SETTINGS = MigratorSettings.defaults("test");

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

            Adoption adoption = new Baseliner(connection, SETTINGS).upTo(folder.read(), MigrationVersion.of("2"));

            assertThat(versions(adoption)).containsExactly("001", "002");
            assertThat(states(connection)).containsExactly("001 baseline", "002 baseline", "003 pending");
            assertThatThrownBy(() -> new Baseliner(connection, SETTINGS).upTo(folder.read(), MigrationVersion.of("3")))
                    .isInstanceOf(Adoption.RefusedException.class)
                    .hasMessageContaining("has been started");
        }
    }

    @Test
    void adoptsWhatFlywayWrote() {
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            connection.execute("""
                CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY, version varchar(50),
                    description varchar(200), type varchar(20), script varchar(1000), checksum int,
                    installed_by varchar(100), installed_on timestamp DEFAULT now(), execution_time int, success boolean);
                INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, success) VALUES
                    (0, NULL, '<< Flyway Schema Creation >>', 'SCHEMA', '"app"', true),
                    (1, '1', 'a', 'SQL', 'V1__a.sql', true), (2, '2', 'b', 'SQL', 'V2__b.sql', true),
                    (3, NULL, 'view', 'SQL', 'R__view.sql', true), (4, '9', 'gone', 'SQL', 'V9__gone.sql', true),
                    (5, '3', 'c', 'SQL', 'V3__c.sql', false)\
                """);

            Adoption adoption = new Baseliner(connection, SETTINGS).fromTheOnly(folder.read());

            assertThat(versions(adoption)).containsExactly("001", "002");
            assertThat(adoption.unmatched()).containsExactly("R__view.sql", "V9__gone.sql", "V3__c.sql (failed)");
            assertThat(states(connection)).containsExactly("001 baseline", "002 baseline", "003 pending");
            assertThat(connection.queryOne("SELECT count(*) FROM flyway_schema_history", row -> row.getInt(1)))
                    .hasValue(6);
        }
    }

    @Test
    void adoptsWhatTheSupabaseCliWrote() {
        folder.with("20250101000000_d.sql", "SELECT 4;");
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            connection.execute("""
                CREATE SCHEMA supabase_migrations;
                CREATE TABLE supabase_migrations.schema_migrations (version text PRIMARY KEY, statements text[], name text);
                INSERT INTO supabase_migrations.schema_migrations VALUES ('20250101000000', NULL, 'd'), ('20250202000000', NULL, 'remote')\
                """);

            Adoption adoption = new Baseliner(connection, SETTINGS).fromTheOnly(folder.read());

            assertThat(versions(adoption)).containsExactly("20250101000000");
            assertThat(adoption.unmatched()).containsExactly("20250202000000");
        }
    }

    @Test
    void namesTheFilesThatAreNotWhatTheSupabaseCliRecorded() {
        folder.with("20250101000000_same.sql", "-- made in January\nCREATE TABLE a (\r\n id int);\nSELECT 'x;y';\n")
                .with("20250102000000_changed.sql", "CREATE TABLE b (id int);\nCREATE INDEX ON b (id);\n")
                .with("20250103000000_shorter.sql", "CREATE TABLE c (id int);")
                .with("20250104000000_marked.sql", "CREATE TABLE d ();");
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            connection.execute("""
                CREATE SCHEMA supabase_migrations;
                CREATE TABLE supabase_migrations.schema_migrations (version text PRIMARY KEY, statements text[], name text);
                INSERT INTO supabase_migrations.schema_migrations VALUES
                    ('20250101000000', ARRAY['CREATE TABLE a (id int)', 'SELECT ''x;y'''], 'same'),
                    ('20250102000000', ARRAY['CREATE TABLE b (id int)', 'CREATE INDEX ON b (other)'], 'changed'),
                    ('20250103000000', ARRAY['CREATE TABLE c (id int)', 'SELECT 1'], 'shorter'),
                    ('20250104000000', NULL, 'marked')\
                """);

            Adoption adoption = new Baseliner(connection, SETTINGS).fromTheOnly(folder.read());

            assertThat(adoption.adopted()).hasSize(4);
            assertThat(adoption.changed())
                    .extracting(changed -> changed.file().name() + " "
                            + changed.file().source().position(changed.at().start()))
                    .containsExactly("changed 2:20", "shorter 1:25");
        }
    }

    @Test
    void adoptsAPlainTable() {
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            connection.execute("""
                CREATE TABLE schema_migrations (id serial, version varchar(50) UNIQUE, name text, applied_at timestamp,
                    checksum text, execution_time_ms int, applied_by text);
                INSERT INTO schema_migrations (version) VALUES ('001'), ('002_b'), ('20250115_001')\
                """);

            Adoption adoption = new Baseliner(connection, SETTINGS)
                    .from(folder.read(), QualifiedName.of("public", "schema_migrations"));

            assertThat(versions(adoption)).containsExactly("001", "002");
            assertThat(adoption.unmatched()).containsExactly("20250115_001");
        }
    }

    @Test
    void refusesADirtyHistoryAndOneThatIsNotThere() {
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            Baseliner baseliner = new Baseliner(connection, SETTINGS);
            assertThatThrownBy(() -> baseliner.fromTheOnly(folder.read()))
                    .isInstanceOf(Adoption.RefusedException.class)
                    .hasMessageContaining("No other tool's history");
            connection.execute("CREATE TABLE schema_migrations (version bigint, dirty boolean)");
            connection.execute("INSERT INTO schema_migrations VALUES (2, true)");
            assertThatThrownBy(() -> baseliner.fromTheOnly(folder.read()))
                    .isInstanceOf(Adoption.RefusedException.class)
                    .hasMessageContaining("dirty");
            connection.execute("UPDATE schema_migrations SET dirty = false");
            assertThat(versions(baseliner.fromTheOnly(folder.read()))).containsExactly("001", "002");
        }
    }

    private List<String> states(ServerConnection connection) {
        return new Planner(connection, HistoryTable.DEFAULT)
                .plan(folder.read()).all().stream()
                        .map(planned ->
                                planned.version() + " " + planned.state().id())
                        .toList();
    }

    private static List<String> versions(Adoption adoption) {
        return adoption.adopted().stream()
                .map(Migration::version)
                .map(MigrationVersion::toString)
                .toList();
    }
}
