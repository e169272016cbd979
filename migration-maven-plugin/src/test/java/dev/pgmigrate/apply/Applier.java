package dev.pgmigrate.apply;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pgmigrate.apply.Obstacle.Kind;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.SessionSettings;
import java.time.Duration;
import java.util.List;

/** Applies a test's folder, and tells what came of it. */
final class Applier {
    static final MigratorSettings SETTINGS = MigratorSettings.defaults("test");

    private final Folder folder;

    Applier(Folder folder) {
        this.folder = folder;
    }

    ApplyResult run(ConnectionTarget database, MigratorSettings settings, MigratorListener listener) {
        try (ServerConnection worker = ServerConnection.open(database)) {
            return new Migrator(worker, settings, listener).apply(folder.read());
        }
    }

    ApplyResult apply(ConnectionTarget database) {
        return run(database, SETTINGS, MigratorListener.NONE);
    }

    List<Kind> obstacles(ConnectionTarget database) {
        return catchThrowableOfType(NotApplicableException.class, () -> apply(database)).obstacles().stream()
                .map(Obstacle::kind)
                .toList();
    }

    List<String> states(ConnectionTarget database) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            return new Planner(connection, HistoryTable.DEFAULT)
                    .plan(folder.read()).all().stream()
                            .map(planned ->
                                    planned.version() + " " + planned.state().id())
                            .toList();
        }
    }

    static List<String> names(ApplyResult result) {
        return result.applied().stream()
                .map(applied -> applied.migration().file().getFileName().toString())
                .toList();
    }

    static List<String> tables(ConnectionTarget database) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            return connection.query(
                    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1", row -> row.getString(1));
        }
    }

    static MigratorSettings outOfOrder() {
        return new MigratorSettings(
                HistoryTable.DEFAULT,
                null,
                true,
                SETTINGS.timeouts(),
                SETTINGS.lockWait(),
                RetryPolicy.DEFAULT,
                null,
                "test");
    }

    static MigratorSettings upTo(String target) {
        return new MigratorSettings(
                HistoryTable.DEFAULT,
                target,
                false,
                SETTINGS.timeouts(),
                SETTINGS.lockWait(),
                RetryPolicy.DEFAULT,
                null,
                "test");
    }

    static MigratorSettings impatient() {
        return new MigratorSettings(
                HistoryTable.DEFAULT,
                null,
                false,
                new SessionSettings(Duration.ofMillis(20), Duration.ZERO),
                Duration.ofMillis(100),
                new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(1)),
                null,
                "test");
    }
}
