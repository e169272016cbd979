package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * A build that is killed while it applies or rolls back leaves nothing that the next build cannot go on with. In turns on
 * PostgreSQL 18 and 14, and two of four by {@code rollback}; {@code -Dit.kills=30 -Dit.kill.seed=…} for the long run.
 */
class KilledBuildIT {
    private static final int KILLS = Integer.getInteger("it.kills", 1);
    private static final long SEED = Long.getLong("it.kill.seed", System.nanoTime());
    private static final int MIGRATIONS = 10;
    private static final int ROWS = 20_000;

    /** No longer than a migration takes: which one it hits, {@link #killAt} decides. */
    private static final long LONGEST_DELAY_NANOS = 40_000_000;

    private static final String APPLIED = "SELECT count(*)::int FROM migrate.schema_migrations WHERE state = 'applied'";

    private final Random random = new Random(SEED);

    @Test
    void theNextBuildFinishesWhatAKilledOneBegan() throws InterruptedException {
        int atWork = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            ConnectionTarget database = kill % 2 == 0 ? Databases.create() : Databases.createOnFourteen();
            MavenBuild build = ApplyScenarios.build("killed-builds-lose-nothing", database);
            boolean back = kill / 2 % 2 == 1;
            String place = "kill %d of seed %d".formatted(kill, SEED);
            if (back) {
                run(build, database, "migrate:apply");
            }
            String goal = back ? "migrate:rollback" : "migrate:apply";
            atWork += killAt(build, database, goal, back) ? 1 : 0;
            run(build, database, goal);
            holds(database, place, back);
            if (back) {
                run(build, database, "migrate:apply");
                holds(database, place, false);
            }
        }
        System.out.printf("KilledBuildIT: %d builds killed, %d at work, seed %d%n", KILLS, atWork, SEED);
    }

    private static void run(MavenBuild build, ConnectionTarget database, String goal) {
        build.run(arguments(goal, database)).succeeded();
    }

    private static String[] arguments(String goal, ConnectionTarget database) {
        return new String[] {
            "-o", goal, ApplyScenarios.url(database), "-Dmigrate.failOn=never", "-Dmigrate.to=001", "-Dmigrate.write"
        };
    }

    /** Kills a build at a migration by chance, and returns whether it was still running. */
    private boolean killAt(MavenBuild build, ConnectionTarget database, String goal, boolean back)
            throws InterruptedException {
        int done = random.nextInt(MIGRATIONS);
        Process maven = build.start(arguments(goal, database));
        Waiting.until(
                goal + " has done " + done,
                () -> !maven.isAlive() || isPast(back ? MIGRATIONS - done : done, back, database));
        LockSupport.parkNanos((long) (random.nextDouble() * LONGEST_DELAY_NANOS));
        boolean atWork = maven.isAlive();
        maven.destroyForcibly().waitFor();
        return atWork;
    }

    private static boolean isPast(int count, boolean back, ConnectionTarget database) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            if (!connection.ask("SELECT to_regclass('migrate.schema_migrations') IS NOT NULL")) {
                return false;
            }
            int now = connection.queryOne(APPLIED, row -> row.getInt(1)).orElseThrow();
            return back ? now <= count : now >= count;
        }
    }

    private static void holds(ConnectionTarget database, String place, boolean back) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            int rows = back ? 0 : ROWS;
            assertThat(connection.queryOne(APPLIED, row -> row.getInt(1)))
                    .as(place)
                    .hasValue(back ? 1 : MIGRATIONS);
            for (String condition : new String[] {
                "(SELECT count(*) FROM migrate.migration_statements) = 0",
                "(SELECT count(*) FROM events) = " + rows,
                "(SELECT count(*) FROM events WHERE amount = id + 1000000) = " + rows,
                "(SELECT count(*) FROM pg_index WHERE NOT indisvalid) = 0",
                "(SELECT count(*) FROM pg_class WHERE relname ~ '_cc(new|old)') = 0",
                "(SELECT count(*) FROM pg_inherits WHERE inhparent = 'parts'::regclass) = 0",
                "(SELECT count(*) FROM pg_class WHERE relname IN ('events_amount', 'events_once', 'states', 'part_1',"
                        + " 'totals')) = "
                        + (back ? 0 : 5)
            }) {
                assertThat(connection.ask("SELECT " + condition))
                        .as("%s: %s", place, condition)
                        .isTrue();
            }
            Waiting.until(
                    "no session is left, " + place,
                    () -> connection.ask("SELECT count(*) = 0 FROM pg_stat_activity WHERE datname = current_database()"
                            + " AND pid <> pg_backend_pid()"));
        }
    }
}
