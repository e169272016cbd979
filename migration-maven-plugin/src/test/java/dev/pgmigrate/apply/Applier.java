package dev.pgmigrate.apply;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.plan.NotApplicableException;
import dev.pgmigrate.apply.plan.Obstacle;
import dev.pgmigrate.apply.plan.Obstacle.Kind;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.apply.run.ApplyResult;
import dev.pgmigrate.apply.run.Migrator;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.SessionSettings;
import java.time.Duration;
import java.util.List;

/** Applies a test's folder, and tells what came of it. */
public final class Applier {
    public static final MigratorSettings SETTINGS = MigratorSettings.defaults("test");

    private final Folder folder;

    public Applier(Folder folder) {
        this.folder = folder;
    }

    public ApplyResult run(ConnectionTarget database, MigratorSettings settings, MigratorListener listener) {
        try (ServerConnection worker = ServerConnection.open(database)) {
            return new Migrator(worker, settings, listener).apply(folder.read());
        }
    }

    public ApplyResult apply(ConnectionTarget database) {
        return run(database, SETTINGS, MigratorListener.NONE);
    }

    public List<Kind> obstacles(ConnectionTarget database) {
        return catchThrowableOfType(NotApplicableException.class, () -> apply(database)).obstacles().stream()
                .map(Obstacle::kind)
                .toList();
    }

    public List<String> states(ConnectionTarget database) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            return new Planner(connection, HistoryTable.DEFAULT)
                    .plan(folder.read()).all().stream()
                            .map(planned ->
                                    planned.version() + " " + planned.state().id())
                            .toList();
        }
    }

    public static List<String> names(ApplyResult result) {
        return result.applied().stream()
                .map(applied -> applied.migration().file().getFileName().toString())
                .toList();
    }

    public static List<String> tables(ConnectionTarget database) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            return connection.query(
                    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1", row -> row.getString(1));
        }
    }

    public static MigratorSettings outOfOrder() {
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

    public static MigratorSettings upTo(String target) {
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

    public static MigratorSettings impatient() {
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
