package dev.pgmigrate.apply.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.apply.Applier;
import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.plan.MigrationState;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.apply.run.ChaosTable.Accident;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history of years. {@code -Dchaos.migrations=10000} for the long run, which alone looks at the clock. */
class ManyMigrationsTest {
    private static final int MOST = Integer.getInteger("chaos.migrations", 400);
    private static final int LONG_RUN = 5_000;

    /** Four times as many may take nine times as long, as in {@code GrowthTest}: a square would take sixteen times. */
    private static final int MOST_GROWTH = 9;

    private static final Duration LONGEST_STATUS = Duration.ofSeconds(2);

    @TempDir
    private Path base;

    @Test
    void eachTakesAsLongHoweverManyThereAre() {
        Folder some = folder("some", MOST / 4);
        Duration few = applied(some, TestPostgres.of(18).newDatabase(), MOST / 4);
        Folder all = folder("all", MOST);
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        Duration many = applied(all, database, MOST);

        long start = processor();
        try (ServerConnection connection = ServerConnection.open(database)) {
            assertThat(new Planner(connection, HistoryTable.DEFAULT)
                            .plan(all.read())
                            .in(MigrationState.APPLIED))
                    .hasSize(MOST);
        }
        Duration status = Duration.ofNanos(processor() - start);

        System.out.printf(
                "ManyMigrationsTest: %d in %d ms, %d in %d ms, status in %d ms of processor%n",
                MOST / 4, few.toMillis(), MOST, many.toMillis(), status.toMillis());
        if (MOST >= LONG_RUN) {
            assertThat(many).isLessThan(few.multipliedBy(MOST_GROWTH));
            assertThat(status).isLessThan(LONGEST_STATUS);
        }
        ChaosTable.held(Accident.MANY, MOST >= LONG_RUN ? 1 : 0);
    }

    /** What the machine does beside this does not count. */
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Duration applied(Folder folder, ConnectionTarget database, int count) {
        long start = System.nanoTime();
        assertThat(new Applier(folder).apply(database).applied()).hasSize(count);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private Folder folder(String name, int count) {
        Folder folder = new Folder(base.resolve(name));
        for (int i = 1; i <= count; i++) {
            folder.with(
                    "%05d_t.sql".formatted(i),
                    "CREATE TABLE t" + i + " (id int);\nCOMMENT ON TABLE t" + i + " IS 'x';\n");
        }
        return folder;
    }
}
