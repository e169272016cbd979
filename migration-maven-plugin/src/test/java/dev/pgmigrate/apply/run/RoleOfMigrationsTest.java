package dev.pgmigrate.apply.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.apply.Applier;
import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Migrations run as the role of the project, and the history is written by the one that connects. */
class RoleOfMigrationsTest {
    @TempDir
    private Path base;

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void ownsWhatItMakes(TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        Folder folder = new Folder(base)
                .with("001_a.sql", "CREATE TABLE a (x int);")
                .with("002_reset.sql", "RESET ROLE; CREATE TABLE ours ();")
                .with("003_index.sql", "CREATE INDEX CONCURRENTLY i ON a (x);")
                .with("004_alone.sql", "-- migrate:transaction off\nCREATE TABLE b (); CREATE TABLE c ();");
        String role = "owner \"of\" tables " + database.url().replaceAll(".*/", "");
        String quoted = "\"" + role.replace("\"", "\"\"") + "\"";
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute("CREATE ROLE " + quoted + "; GRANT CREATE ON SCHEMA public TO " + quoted);
            try {
                ApplyResult result =
                        new Applier(folder).run(database, Applier.SETTINGS.as(role), MigratorListener.NONE);

                assertThat(result.failure()).isEmpty();
                assertThat(connection.query(
                                "SELECT relname || ' ' || pg_get_userbyid(relowner) FROM pg_class"
                                        + " WHERE relname IN ('a', 'b', 'c', 'i', 'ours') ORDER BY 1",
                                row -> row.getString(1)))
                        .containsExactly("a " + role, "b " + role, "c " + role, "i " + role, "ours postgres");
                assertThat(connection.query(
                                "SELECT DISTINCT applied_by FROM migrate.schema_migrations", row -> row.getString(1)))
                        .containsExactly("postgres");
            } finally {
                connection.execute("DROP OWNED BY " + quoted + " CASCADE; DROP ROLE " + quoted);
            }
        }
    }

    @Test
    void refusesARoleThatIsNotThereBeforeAnythingRuns() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        Folder folder = new Folder(base).with("001_a.sql", "CREATE TABLE a ();");

        assertThatThrownBy(() -> new Applier(folder)
                        .run(database, Applier.SETTINGS.as("nobody; DROP TABLE x"), MigratorListener.NONE))
                .isInstanceOf(RoleNotTakenException.class)
                .hasMessageContaining("migrate.role is nobody; DROP TABLE x, which cannot be taken: role \"nobody; DROP"
                        + " TABLE x\" does not exist");
        assertThat(Applier.tables(database)).isEmpty();
    }
}
