package dev.pgmigrate.apply.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("server")
class SchemaHistoryTest {
    private static final String WAITS =
            "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND pid = %d)";

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void twoHistoriesAreMadeInOneSchemaAtTheSameTime(TestPostgres postgres) throws Exception {
        ConnectionTarget database = postgres.newDatabase();
        try (ServerConnection first = ServerConnection.open(database);
                ServerConnection second = ServerConnection.open(database);
                ServerConnection observer = ServerConnection.open(database)) {
            String waits = WAITS.formatted(second.backendPid());
            String ddl = new SchemaHistory(first, HistoryTable.DEFAULT).ddl();
            first.execute("BEGIN");
            first.execute(ddl);
            SchemaHistory other = new SchemaHistory(second, new HistoryTable("migrate", "of_another_service"));

            CompletableFuture<Void> made = CompletableFuture.runAsync(other::create);
            while (!made.isDone() && !observer.ask(waits)) {
                Thread.onSpinWait();
            }
            first.execute("COMMIT");

            made.get();
            assertThat(other.rows()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"migration_events", "migration_statements"})
    void aTableOfTheHistoryThatIsGoneIsNamed(String gone) {
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            SchemaHistory history = new SchemaHistory(connection, HistoryTable.DEFAULT);
            history.create();
            connection.execute("DROP TABLE migrate." + gone);

            HistoryException incomplete = catchThrowableOfType(HistoryException.class, history::create);

            assertThat(incomplete.reason()).isEqualTo(HistoryException.Reason.INCOMPLETE);
            assertThat(incomplete).hasMessageContaining("The table migrate." + gone + " of the history");
            incomplete.grants().forEach(connection::execute);
            history.create();
            assertThat(history.rows()).isEmpty();
        }
    }
}
