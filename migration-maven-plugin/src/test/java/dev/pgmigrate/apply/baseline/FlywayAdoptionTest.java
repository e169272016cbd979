package dev.pgmigrate.apply.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.apply.foreign.Adoption;
import dev.pgmigrate.apply.foreign.Adoption.Adopted;
import dev.pgmigrate.apply.foreign.Adoption.Unmatched;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.history.SchemaHistory;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is taken over from the history of Flyway. */
class FlywayAdoptionTest extends AdoptionFolder {
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
}
