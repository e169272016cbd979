package dev.pgmigrate.apply.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryException;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.run.Migrator;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlannerTest {
    @TempDir
    private Path base;

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void needsOnlyUsageAndSelect(TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        Folder folder = new Folder(base).with("001_a.sql", "SELECT 1;");
        String reader = "reader_" + database.url().replaceAll("\\D+", "_");
        try (ServerConnection owner = ServerConnection.open(database)) {
            new Migrator(owner, MigratorSettings.defaults("test"), MigratorListener.NONE).apply(folder.read());
            owner.execute("CREATE ROLE " + reader + " LOGIN PASSWORD 'reader'");
        }
        folder.with("002_b.sql", "SELECT 2;");
        ConnectionTarget target = new ConnectionTarget(database.url(), reader, "reader", database.parameters());
        try (ServerConnection connection = ServerConnection.open(target)) {
            Planner planner = new Planner(connection, HistoryTable.DEFAULT);
            assertThatThrownBy(() -> planner.plan(folder.read())).isInstanceOfSatisfying(HistoryException.class, e -> {
                assertThat(e.reason()).isEqualTo(HistoryException.Reason.NOT_READABLE);
                assertThat(e.grants()).hasSize(2);
                try (ServerConnection owner = ServerConnection.open(database)) {
                    e.grants().forEach(owner::execute);
                }
            });

            assertThat(planner.plan(folder.read()).all())
                    .extracting(planned -> planned.state().id())
                    .containsExactly("applied", "pending");
            assertThatThrownBy(() -> new Migrator(connection, MigratorSettings.defaults("test"), MigratorListener.NONE)
                            .apply(folder.read()))
                    .isInstanceOf(HistoryException.class);
        }
    }

    @Test
    void refusesARelationOfTheSameNameThatIsSomethingElse() {
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            connection.execute(
                    "CREATE SCHEMA migrate; CREATE TABLE migrate.schema_migrations (version text, name text)");

            assertThatThrownBy(() -> new Planner(connection, HistoryTable.DEFAULT).plan(new Folder(base).read()))
                    .isInstanceOf(HistoryException.class)
                    .hasMessageContaining("it has no column checksum");
        }
    }

    @Test
    void twoServicesShareADatabase() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        Folder folder = new Folder(base).with("001_a.sql", "SELECT 1;");
        MigratorSettings usual = MigratorSettings.defaults("test");
        MigratorSettings billing = new MigratorSettings(
                new HistoryTable("migrate", "billing"),
                null,
                false,
                usual.timeouts(),
                usual.lockWait(),
                usual.retry(),
                null,
                "test");
        try (ServerConnection connection = ServerConnection.open(database)) {
            assertThat(new Migrator(connection, usual, MigratorListener.NONE)
                            .apply(folder.read())
                            .applied())
                    .hasSize(1);
            assertThat(new Migrator(connection, billing, MigratorListener.NONE)
                            .apply(folder.read())
                            .applied())
                    .hasSize(1);
            assertThat(connection.queryOne("SELECT count(*) FROM migrate.billing_status", row -> row.getInt(1)))
                    .hasValue(1);
        }
    }
}
