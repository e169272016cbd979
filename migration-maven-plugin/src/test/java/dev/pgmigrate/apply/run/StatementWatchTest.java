package dev.pgmigrate.apply.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatementWatchTest {
    @Test
    void theSessionOfTheLockIsUsedBeforeAnybodyTakesItForIdle() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        try (ServerConnection worker = ServerConnection.open(database);
                ServerConnection second = ServerConnection.open(database)) {
            second.execute("SET idle_session_timeout = '900ms'");
            try (StatementWatch watch =
                    StatementWatch.over(worker, second, MigratorListener.NONE, Duration.ofMillis(200))) {
                worker.execute("SELECT pg_sleep(2)");

                assertThat(second.ask("SELECT true"))
                        .as("asked while %s looks on", watch)
                        .isTrue();
            }
        }
    }
}
