package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.server.Blocker;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.LockWaitException;
import dev.pgmigrate.server.LockWaits;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody has locked the history: no goal waits without saying for whom, or without end. */
@Timeout(60)
class LockedHistoryTest {
    @TempDir
    private Path project;

    private final ConnectionTarget target = TestPostgres.of(18).newDatabase();
    private MigrationFolders folders = new MigrationFolders(Path.of(""), List.of(), null);

    /** The goals that read the history. */
    private enum Goal {
        STATUS,
        CHECK,
        APPLY
    }

    private Result run(Goal goal, Database database) {
        LintSettings lint = LintSettings.defaults();
        return switch (goal) {
            case STATUS -> Status.run(new Status.Request(folders, database, false));
            case CHECK ->
                Check.run(
                        new Check.Request(folders, lint, Acceptance.NOTHING, database, false, false, new LintMemory()));
            case APPLY ->
                Apply.run(new Apply.Request(
                        folders, lint, database, MigratorSettings.defaults("test"), null, MigratorListener.NONE));
        };
    }

    @BeforeEach
    void applyOne() throws IOException {
        Path folder = Files.createDirectories(project.resolve("migrations"));
        folders = new MigrationFolders(project, List.of(folder), null);
        Files.writeString(folder.resolve("001_a.sql"), "CREATE TABLE IF NOT EXISTS public.a (id bigint PRIMARY KEY);");
        run(Goal.APPLY, new Database(target, HistoryTable.DEFAULT));
        Files.writeString(folder.resolve("002_b.sql"), "CREATE TABLE IF NOT EXISTS public.b (id bigint PRIMARY KEY);");
    }

    @ParameterizedTest
    @EnumSource
    void endsWithTheNameOfWhoLocksIt(Goal goal) {
        locked("migrate.schema_migrations", locker -> {
            Database database = new Database(
                    target, HistoryTable.DEFAULT, new LockWaits(Duration.ofMillis(1), (blockers, waited) -> {}));

            LockWaitException e = catchThrowableOfType(LockWaitException.class, () -> run(goal, database));

            assertThat(e.blockers()).extracting(Blocker::pid).containsExactly(locker.backendPid());
            assertThat(e.error().sentence())
                    .contains("process " + locker.backendPid())
                    .contains("idle in transaction")
                    .contains("LOCK TABLE");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrate.schema_migrations", "migrate.migration_events"})
    void saysForWhomItWaitsAndGoesOn(String table) {
        AtomicReference<List<Blocker>> told = new AtomicReference<>();
        locked(table, locker -> {
            int pid = locker.backendPid();
            Database database = new Database(
                    target, HistoryTable.DEFAULT, new LockWaits(Duration.ofMinutes(1), (blockers, waited) -> {
                        told.set(blockers);
                        locker.execute("COMMIT");
                    }));

            assertThat(run(Goal.APPLY, database).failed()).isFalse();

            assertThat(told.get()).extracting(Blocker::pid).containsExactly(pid);
        });
    }

    private void locked(String table, Consumer<ServerConnection> then) {
        try (ServerConnection locker = ServerConnection.open(target)) {
            locker.execute("BEGIN");
            locker.execute("LOCK TABLE " + table);
            then.accept(locker);
        }
    }
}
