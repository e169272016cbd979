package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.run.ChaosTable;
import dev.pgmigrate.apply.run.ChaosTable.Accident;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.lint.FailOn;
import dev.pgmigrate.lint.SettingsBuilder;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.server.ConnectException;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerException;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads when a server dies, hangs or is another one afterwards is true, and nothing runs twice. */
class DyingServerTest {
    private static final String WORKER = "SELECT pid FROM pg_stat_activity WHERE application_name LIKE 'pgmigrate % %'"
            + " AND datname = current_database()";
    private static final String LOCK_HOLDER = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted"
            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) LIMIT 1";

    @TempDir
    private Path project;

    private MigrationFolders folders = new MigrationFolders(Path.of(""), List.of(), null);

    @BeforeEach
    void folder() throws IOException {
        folders = new MigrationFolders(project, List.of(Files.createDirectories(project.resolve("migrations"))), null);
        write("001_a.sql", "CREATE TABLE IF NOT EXISTS public.a (id bigint PRIMARY KEY);");
    }

    /** The kernel lets the session write no byte more, as on a full disk, so that the server cannot keep its log. */
    @Test
    @Timeout(90)
    void aPanicIsToldWithItsReason() throws Exception {
        Path limits = Path.of("/usr/bin/prlimit");
        assumeTrue(Files.isExecutable(limits), "prlimit");
        try (DisposablePostgres server = DisposablePostgres.start(TestPostgres.binaries(18));
                ServerConnection administrator = ServerConnection.open(server.createDatabase("panics"))) {
            administrator.execute("ALTER DATABASE panics SET synchronous_commit = on");
            ConnectionTarget target = administrator.target();
            assertThat(apply(target, MigratorListener.NONE).failed()).isFalse();
            write("002_b.sql", "SELECT pg_logical_emit_message(true, 'a', 'b');");

            Result result = apply(
                    target,
                    beforeEach(() ->
                            Standby.program(administrator, limits + " --fsize=0 --pid " + pid(administrator, WORKER))));

            assertThat(result.failures()).singleElement().satisfies(failure -> {
                assertThat(failure.message()).contains("File too large");
                assertThat(failure.advice()).contains("mvn migrate:status").doesNotContain("orrect");
            });
            assertThat(applyWhenItIsBack(target).files())
                    .extracting(FileLine::state)
                    .containsExactly(FileState.APPLIED, FileState.APPLIED);
        }
        ChaosTable.held(Accident.DISK_FULL, 1);
    }

    /** Nothing of what happens at the end waits for the process that holds the lock. */
    @Test
    @Timeout(60)
    void aSessionOfTheLockThatHangsHoldsNothingUp() throws Exception {
        ConnectionTarget target = TestPostgres.of(18).newDatabase();
        write("002_b.sql", "SELECT pg_sleep(1);");
        try (ServerConnection administrator = ServerConnection.open(target)) {
            int[] holder = {0};
            Result result = apply(target, beforeEach(() -> {
                holder[0] = pid(administrator, LOCK_HOLDER);
                run("kill", "-STOP", String.valueOf(holder[0]));
            }));
            run("kill", "-CONT", String.valueOf(holder[0]));

            assertThat(result.failed()).isFalse();
        }
    }

    /** The primary is lost in the middle of a migration, and its standby, which has what was committed, takes its place. */
    @Test
    @Timeout(180)
    void aStandbyThatIsPromotedHasEachMigrationOnce() throws Exception {
        write("001_a.sql", "CREATE TABLE IF NOT EXISTS public.a (id bigint); INSERT INTO public.a VALUES (1);");
        try (DisposablePostgres primary = DisposablePostgres.start(TestPostgres.binaries(18));
                ServerConnection administrator = ServerConnection.open(primary.createDatabase("lost"))) {
            ConnectionTarget target = administrator.target();
            try (Standby standby = Standby.of(administrator)) {
                assertThat(apply(target, MigratorListener.NONE).failed()).isFalse();
                standby.awaitWhatIsCommitted(administrator);
                assertThat(catchMessage(() -> {
                            write("002_b.sql", "INSERT INTO public.a VALUES (2);");
                            apply(standby.target(), MigratorListener.NONE);
                        }))
                        .contains("is a standby");

                write("002_b.sql", "INSERT INTO public.a VALUES (2); SELECT pg_terminate_backend(pg_backend_pid());");
                assertThat(apply(target, MigratorListener.NONE).failed()).isTrue();
                write("002_b.sql", "INSERT INTO public.a VALUES (2);");
                standby.promote();

                assertThat(apply(standby.target(), MigratorListener.NONE).failed())
                        .isFalse();
                try (ServerConnection promoted = ServerConnection.open(standby.target())) {
                    assertThat(promoted.query("SELECT id FROM public.a ORDER BY id", row -> row.getInt(1)))
                            .containsExactly(1, 2);
                }
            }
        }
        ChaosTable.held(Accident.PROMOTED, 1);
    }

    /** One process of the server is killed, for which the others have to end as well; then it recovers from its log. */
    @Test
    @Timeout(180)
    void aServerThatCrashesInTheMiddleHasEachMigrationWholeOrNot() throws Exception {
        int crashes = Integer.getInteger("chaos.crashes", 1);
        for (int i = 2; i < 40; i++) {
            write(
                    "0%02d_t.sql".formatted(i),
                    "CREATE TABLE public.t" + i + " (); INSERT INTO public.a VALUES (" + i + ");");
        }
        try (DisposablePostgres server = DisposablePostgres.start(TestPostgres.binaries(18))) {
            List<ConnectionTarget> databases = IntStream.range(0, crashes)
                    .mapToObj(crash -> server.createDatabase("crashes_" + crash))
                    .toList();
            for (int crash = 0; crash < crashes; crash++) {
                ConnectionTarget target = databases.get(crash);
                int at = 2 + crash % 38;
                try (ServerConnection administrator = ServerConnection.open(target)) {
                    Runnable kill = () -> Standby.program(administrator, "kill -9 " + pid(administrator, WORKER));
                    assertThat(isBrokenOff(target, before(at, kill))).isTrue();
                }
                assertThat(applyWhenItIsBack(target).failed()).isFalse();
                try (ServerConnection connection = ServerConnection.open(target)) {
                    assertThat(connection.query("SELECT id FROM public.a ORDER BY id", row -> row.getInt(1)))
                            .hasSize(38)
                            .doesNotHaveDuplicates();
                }
            }
        }
        ChaosTable.held(Accident.CRASHED, crashes);
    }

    private boolean isBrokenOff(ConnectionTarget target, MigratorListener listener) {
        try {
            return apply(target, listener).failed();
        } catch (StoppedException | ServerException e) {
            return true;
        }
    }

    private static String catchMessage(Runnable work) {
        try {
            work.run();
            return "";
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Until then the server refuses, does not answer, or breaks off while a session starts; the time limit is the test's. */
    private Result applyWhenItIsBack(ConnectionTarget target) {
        while (true) {
            try {
                return apply(target, MigratorListener.NONE);
            } catch (ConnectException e) {
                assertThat(e.reason()).isNotEqualTo(ConnectException.Reason.WRONG_PASSWORD);
            }
        }
    }

    private Result apply(ConnectionTarget target, MigratorListener listener) {
        return Apply.run(new Apply.Request(
                folders,
                SettingsBuilder.defaults().failOn(FailOn.NEVER).build(),
                new Database(target, HistoryTable.DEFAULT),
                MigratorSettings.defaults("test"),
                null,
                listener));
    }

    private static MigratorListener beforeEach(Runnable action) {
        return new MigratorListener() {
            @Override
            public void starting(Migration migration, int number, int total) {
                if (number == total) {
                    action.run();
                }
            }
        };
    }

    private static MigratorListener before(int at, Runnable action) {
        return new MigratorListener() {
            @Override
            public void starting(Migration migration, int number, int total) {
                if (number == at) {
                    action.run();
                }
            }
        };
    }

    private static int pid(ServerConnection connection, String query) {
        return connection.queryOne(query, row -> row.getInt(1)).orElseThrow();
    }

    private static void run(String... command) {
        try {
            assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                    .as(String.join(" ", command))
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void write(String name, String sql) {
        try {
            Files.writeString(project.resolve("migrations").resolve(name), sql);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
