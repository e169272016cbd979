package dev.pgmigrate.apply.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.apply.Applier;
import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.apply.StatementFailedException;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.server.Blocker;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.ServerNotice;
import dev.pgmigrate.server.SqlProxy;
import dev.pgmigrate.server.TestPostgres;
import dev.pgmigrate.sql.SourceRange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A small migration goes to the server in one round trip, and nothing is known less exactly for that. The long run is
 * {@code -Dround.trip.migrations=1000}.
 */
class RoundTripTest {
    private static final int MIGRATIONS = Integer.getInteger("round.trip.migrations", 100);
    private static final Duration LATENCY = Duration.ofMillis(20);
    private static final int OVERHEAD = 30;

    /** Five statements, as a team writes them. */
    private static final String SMALL = """
        CREATE TABLE IF NOT EXISTS t%1$d (id bigint PRIMARY KEY, name text NOT NULL, note text);
        CREATE INDEX IF NOT EXISTS t%1$d_name ON t%1$d (name);
        COMMENT ON TABLE t%1$d IS 'number %1$d; and no more';
        ALTER TABLE t%1$d ENABLE ROW LEVEL SECURITY;
        INSERT INTO t%1$d (id, name) VALUES (%1$d, 'first') ON CONFLICT DO NOTHING;
        """;

    @TempDir
    private Path base;

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void aSmallMigrationTakesOne(TestPostgres postgres) throws Exception {
        Folder folder = new Folder(base);
        for (int i = 1; i <= MIGRATIONS; i++) {
            folder.with("%05d_t.sql".formatted(i), SMALL.formatted(i));
        }
        ConnectionTarget database = postgres.newDatabase();
        try (SqlProxy proxy = SqlProxy.before(database)) {
            proxy.delay(LATENCY);
            long start = System.nanoTime();

            assertThat(new Applier(folder).apply(proxy.target()).applied()).hasSize(MIGRATIONS);

            System.out.printf(
                    "RoundTripTest: %d migrations, %d round trips of %d ms, %d ms on %s%n",
                    MIGRATIONS,
                    proxy.roundTrips(),
                    LATENCY.toMillis(),
                    Duration.ofNanos(System.nanoTime() - start).toMillis(),
                    postgres.version());
            assertThat(proxy.roundTrips() - OVERHEAD).isLessThanOrEqualTo(MIGRATIONS);
        }
        try (ServerConnection connection = ServerConnection.open(database)) {
            assertThat(connection.queryOne(
                            "SELECT count(*) FROM migrate.schema_migrations WHERE state = 'applied' AND"
                                    + " execution_time_ms BETWEEN 0 AND 60000",
                            row -> row.getInt(1)))
                    .hasValue(MIGRATIONS);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        CREATE TABLE a (x int);CREATE TABLE b (y nix);CREATE TABLE c ()           | 1:42 42704
        CREATE TABLE a (x int);INSERT INTO a VALUES (1);INSERT INTO a VALUES ('') | 1:71 22P02
        CREATE TABLE a (x int CHECK (x > 0));COMMENT ON TABLE a IS ';';INSERT INTO a VALUES (-1)   | 1:64 23514
        SELECT 1;CREATE TABLE a (x int);UPDATE a SET x = 1;DROP TABLE b           | 1:52 42P01
        CREATE TABLE "ä;" (x int);CREATE RULE r AS ON DELETE TO "ä;" DO ALSO (SELECT 1;SELECT 2);DROP VIEW v | 1:90 42P01
        """)
    void anErrorHasTheStatementAndTheWordThatTheServerMeans(String sql, String place) {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        Folder folder = new Folder(base).with("001_a.sql", sql + ";");

        MigrationFailure failure = new Applier(folder).apply(database).failure().orElseThrow();

        assertThat(failure.cause())
                .isInstanceOfSatisfying(
                        StatementFailedException.class,
                        refusal -> assertThat(refusal.position() + " "
                                        + refusal.error().sqlState())
                                .isEqualTo(place));
        assertThat(failure.recorded()).isTrue();
        assertThat(Applier.tables(database)).isEmpty();
    }

    @Test
    void aNoticeHasTheStatementThatSentIt() {
        Folder folder = new Folder(base).with("001_a.sql", """
                CREATE TABLE a (x int);
                DROP TABLE IF EXISTS b;
                CREATE TABLE IF NOT EXISTS a (x int);
                DROP VIEW IF EXISTS c;
                """);
        List<String> told = new ArrayList<>();

        new Applier(folder).run(TestPostgres.of(18).newDatabase(), Applier.SETTINGS, new MigratorListener() {
            @Override
            public void noticed(Migration migration, SourceRange statement, ServerNotice notice) {
                told.add(migration.source().position(statement.start()) + " " + notice.message());
            }
        });

        assertThat(told)
                .containsExactly(
                        "2:1 table \"b\" does not exist, skipping",
                        "3:1 relation \"a\" already exists, skipping",
                        "4:1 view \"c\" does not exist, skipping");
    }

    @Test
    void theStatementThatWaitsIsNamedThoughOthersAreSentWithIt() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        Folder folder = new Folder(base).with("001_a.sql", "CREATE TABLE a (x int);");
        new Applier(folder).apply(database);
        folder.with("002_a.sql", "CREATE TABLE b (x int);\nALTER TABLE a ADD y int;\nCREATE TABLE c (x int);");
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        try (ServerConnection blocker = ServerConnection.open(database)) {
            blocker.execute("BEGIN");
            blocker.execute("SELECT * FROM a");

            ApplyResult result = new Applier(folder).run(database, Applier.SETTINGS, new MigratorListener() {
                @Override
                public void blocked(Migration migration, @Nullable SourceRange statement, List<Blocker> blockers) {
                    told.add(statement == null ? "ours" : migration.source().text(statement));
                    blocker.execute("COMMIT");
                }
            });

            assertThat(result.failure()).isEmpty();
        }
        assertThat(told).containsExactly("ALTER TABLE a ADD y int");
        assertThat(Applier.tables(database)).containsExactly("a", "b", "c");
    }

    @Test
    void moreThanTheDriverSendsAtOnceIsWholeToo() {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        StringBuilder sql = new StringBuilder("CREATE TABLE a (x int UNIQUE);\n");
        for (int i = 0; i < 1_000; i++) {
            sql.append("INSERT INTO a VALUES (").append(i).append(");\n");
        }
        Folder folder = new Folder(base).with("001_a.sql", sql + "INSERT INTO a VALUES (7);");

        MigrationFailure failure = new Applier(folder).apply(database).failure().orElseThrow();
        assertThat(failure.cause())
                .isInstanceOfSatisfying(
                        StatementFailedException.class,
                        refusal -> assertThat(refusal.position().line()).isEqualTo(1_002));
        assertThat(Applier.tables(database)).isEmpty();

        folder.with("001_a.sql", sql.toString());
        assertThat(new Applier(folder).apply(database).failure()).isEmpty();
    }
}
