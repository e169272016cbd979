package dev.pgmigrate.apply.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgmigrate.apply.Applier;
import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.AdvisoryLock;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.run.ChaosTable.Accident;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.server.Blocker;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerNotice;
import dev.pgmigrate.server.SqlProxy;
import dev.pgmigrate.server.TestPostgres;
import dev.pgmigrate.sql.SourceRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that dies takes its statement with it, and what it could not take is waited for. */
@Order(9)
class BrokenOffTest {
    /** The second signal, as a bit of the mask in {@code /proc}. */
    private static final long SIGINT = 1 << 1;

    private static final String WORKING =
            "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND state = 'active'"
                    + " AND datname = current_database() AND pid <> pg_backend_pid()";

    @TempDir
    private Path base;

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "KILL"})
    @Timeout(60)
    void aSignalEndsTheStatementOnTheServer(String signal) throws Exception {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        Folder folder = new Folder(base)
                .with(
                        "001_a.sql",
                        "-- migrate:transaction off\nCREATE TABLE a (x int);\n"
                                + "INSERT INTO a SELECT 1 FROM pg_sleep(60);");
        Process applier = applier(database);
        try (ServerConnection administrator = ServerConnection.open(database)) {
            until(() -> count(administrator, WORKING) == 1);

            send(signal, applier);

            assertThat(applier.waitFor(20, TimeUnit.SECONDS)).isTrue();
            until(() -> count(administrator, WORKING) == 0);
            assertThat(count(administrator, "SELECT count(*) FROM a")).isZero();
        }
        folder.with("001_a.sql", "-- migrate:transaction off\nCREATE TABLE a (x int);\nINSERT INTO a SELECT 1;");
        assertThat(new Applier(folder).apply(database).failure()).isEmpty();
        ChaosTable.held(Accident.SIGNALLED, 1);
    }

    @Test
    @Timeout(60)
    void aClientThatIsFrozenForLongKeepsItsLockAndGoesOn() throws Exception {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        Folder folder = new Folder(base).with("001_a.sql", "SELECT pg_sleep(60 - 59); CREATE TABLE a ();");
        try (ServerConnection administrator = ServerConnection.open(database)) {
            for (String timeout :
                    List.of("idle_session_timeout", "idle_in_transaction_session_timeout", "statement_timeout")) {
                administrator.execute("ALTER DATABASE " + name + " SET " + timeout + " = '500ms'");
            }
            Process applier = applier(database);
            until(() -> count(administrator, WORKING.replace("pg_sleep(60)", "pg_sleep(60 - 59)")) == 1);
            send("STOP", applier);
            TimeUnit.SECONDS.sleep(2); // longer than the timeouts, which is what this is about

            assertThatThrownBy(() -> new Applier(folder).run(database, Applier.impatient(), MigratorListener.NONE))
                    .hasMessageContaining("Another session is changing");

            send("CONT", applier);
            assertThat(applier.waitFor()).isZero();
        }
        assertThat(Applier.tables(database)).containsExactly("a");
        ChaosTable.held(Accident.FROZEN, 1);
    }

    @Test
    @Timeout(60)
    void aStatementThatRunsOnIsWaitedForOrEnded() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        Folder folder = new Folder(base).with("001_a.sql", "CREATE TABLE a ();");
        String name = "pgmigrate " + Long.toHexString(AdvisoryLock.key(HistoryTable.DEFAULT)) + " 1";
        try (ServerConnection orphan = ServerConnection.open(database)) {
            orphan.execute("SET application_name = '" + name + "'");
            orphan.execute("BEGIN");
            assertThatThrownBy(() -> new Applier(folder).run(database, Applier.impatient(), MigratorListener.NONE))
                    .isInstanceOf(OrphanException.class)
                    .hasMessageContaining("-Dmigrate.endOrphan");
            assertThat(Applier.tables(database)).isEmpty();

            List<Blocker> told = new ArrayList<>();
            MigratorListener ending = new MigratorListener() {
                @Override
                public boolean endsOrphan(Blocker blocker, Duration waited) {
                    told.add(blocker);
                    return true;
                }
            };
            int pid = orphan.backendPid();
            assertThat(new Applier(folder)
                            .run(database, Applier.SETTINGS, ending)
                            .failure())
                    .isEmpty();
            assertThat(told).extracting(Blocker::pid).containsOnly(pid);
        }
        assertThat(Applier.tables(database)).containsExactly("a");
    }

    @Test
    @Timeout(90)
    void anAnswerThatTheNetworkLostIsNotWaitedFor() throws Exception {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        Folder folder = new Folder(base).with("001_a.sql", "CREATE TABLE a (); SELECT pg_sleep(2);");
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        try (SqlProxy proxy = SqlProxy.before(database);
                ServerConnection worker = ServerConnection.open(proxy.target())) {
            MigratorListener listener = new MigratorListener() {
                @Override
                public void starting(Migration migration, int number, int total) {
                    proxy.silenceAfter("pg_sleep");
                }

                @Override
                public void answerLost(Migration migration, @Nullable SourceRange statement, Duration duration) {
                    told.add("lost");
                }
            };

            MigrationFailure failure = new Migrator(worker, MigratorSettings.defaults("test"), listener)
                    .apply(folder.read())
                    .failure()
                    .orElseThrow();

            assertThat(failure.recorded()).isFalse();
            assertThat(told).containsExactly("lost");
        }
    }

    @Test
    void whatTheServerSaysIsToldWithItsPlace() {
        Folder folder = new Folder(base)
                .with("001_a.sql", "CREATE TABLE a ();\nDO $$ BEGIN RAISE WARNING 'rows skipped: %', 17; END $$;");
        List<String> told = new ArrayList<>();

        new Applier(folder).run(TestPostgres.of(18).newDatabase(), Applier.SETTINGS, new MigratorListener() {
            @Override
            public void noticed(Migration migration, SourceRange statement, ServerNotice notice) {
                told.add(migration.source().position(statement.start()) + " " + notice.severity() + " "
                        + notice.message());
            }
        });

        assertThat(told).containsExactly("2:1 WARNING rows skipped: 17");
    }

    private static int count(ServerConnection connection, String sql) {
        return connection.queryOne(sql, row -> row.getInt(1)).orElseThrow();
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static void send(String signal, Process process) throws Exception {
        assertThat(new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + process.pid())
                        .start()
                        .waitFor())
                .isZero();
    }

    private Process applier(ConnectionTarget database) throws Exception {
        ProcessBuilder builder = ApplierProcess.builder(base, database);
        builder.command().addAll(0, listeningToInterrupts());
        return builder.start();
    }

    /** A shell lets what it puts into the background ignore SIGINT, and every process below inherits that. */
    private static List<String> listeningToInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return List.of();
        }
        long ignored = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .mapToLong(line -> Long.parseUnsignedLong(
                        line.substring("SigIgn:".length()).strip(), 16))
                .findFirst()
                .orElse(0);
        return (ignored & SIGINT) == 0 ? List.of() : List.of("env", "--default-signal=INT");
    }
}
