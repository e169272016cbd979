package dev.pgmigrate.apply.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.history.SchemaHistory;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An applier that is killed leaves nothing that the next one cannot go on with. {@code -Dkill.count=50} for the long run. */
class KilledMigratorTest {
    private static final int KILLS = Integer.getInteger("kill.count", 4);
    private static final long SEED = Long.getLong("kill.seed", System.nanoTime());
    private static final int TABLES = 60;
    private static final int PARTS = 4;
    private static final long SPAN_NANOS = 400_000_000;

    @TempDir
    private Path base;

    @Test
    void afterEveryKillTheNextOneFinishesAndTheHistoryEqualsTheCatalog() throws Exception {
        System.out.println("KilledMigratorTest: -Dkill.seed=" + SEED + " -Dkill.count=" + KILLS);
        Random random = new Random(SEED);
        Folder folder = new Folder(base);
        for (int i = 100; i < 100 + TABLES; i++) {
            folder.with(i + "_t.sql", migration(i));
        }
        for (int kill = 0; kill < KILLS; kill++) {
            ConnectionTarget database = TestPostgres.of(18).newDatabase();
            Process applier = applier(database);
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(applier.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(lines.readLine()).isEqualTo(ApplierProcess.BEGINS);
                LockSupport.parkNanos((long) (random.nextDouble() * SPAN_NANOS));
                applier.destroyForcibly().waitFor();
            }

            historyEqualsTheCatalog(database, false);
            try (ServerConnection worker = ServerConnection.open(database)) {
                assertThat(new Migrator(worker, MigratorSettings.defaults("test"), MigratorListener.NONE)
                                .apply(folder.read())
                                .failure())
                        .as("kill %s of seed %s", kill, SEED)
                        .isEmpty();
            }
            historyEqualsTheCatalog(database, true);
        }
    }

    /** Every seventh builds an index of its predecessor; of the others every fifth fills a table without a transaction. */
    private static String migration(int i) {
        if (i % 7 == 0) {
            return "CREATE INDEX CONCURRENTLY i" + i + " ON t" + (i - 1) + " (x);";
        }
        String table = i % 5 == 0 && (i + 1) % 7 != 0 ? "r" + i : "t" + i;
        StringBuilder sql = new StringBuilder(table.startsWith("r") ? "-- migrate:transaction off\n" : "");
        sql.append("CREATE TABLE ").append(table).append(" (x int);\n");
        for (int part = 0; part < PARTS; part++) {
            sql.append("INSERT INTO ")
                    .append(table)
                    .append(" SELECT generate_series(1, 500) + ")
                    .append(part * 500)
                    .append(";\n");
        }
        return sql.toString();
    }

    private static void historyEqualsTheCatalog(ConnectionTarget database, boolean finished) {
        try (ServerConnection connection = ServerConnection.open(database)) {
            if (!new SchemaHistory(connection, HistoryTable.DEFAULT).exists()) {
                assertThat(finished).isFalse();
                return;
            }
            List<String> tables = connection.query(
                    "SELECT 't' || version FROM migrate.schema_migrations WHERE version::int % 7 <> 0"
                            + " AND NOT (version::int % 5 = 0 AND (version::int + 1) % 7 <> 0) ORDER BY 1",
                    row -> row.getString(1));
            assertThat(tables)
                    .isEqualTo(connection.query(
                            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE 't%' ORDER"
                                    + " BY 1",
                            row -> row.getString(1)));
            List<String> filled = connection.query(
                    "SELECT tablename FROM pg_tables WHERE schemaname = 'public'", row -> row.getString(1));
            for (String table : filled) {
                assertThat(connection.queryOne(
                                "SELECT count(*) - count(DISTINCT x) FROM " + table, row -> row.getInt(1)))
                        .as("rows of %s that are there twice", table)
                        .hasValue(0);
            }
            if (finished) {
                assertThat(filled)
                        .allSatisfy(table -> assertThat(
                                        connection.queryOne("SELECT count(*) FROM " + table, row -> row.getInt(1)))
                                .hasValue(PARTS * 500));
                assertThat(connection.queryOne("SELECT count(*) FROM migrate.schema_migrations", row -> row.getInt(1)))
                        .hasValue(TABLES);
                assertThat(connection.queryOne(
                                "SELECT count(*) FROM pg_index WHERE NOT indisvalid", row -> row.getInt(1)))
                        .hasValue(0);
                assertThat(connection.queryOne(
                                "SELECT count(*) FROM pg_class WHERE relkind = 'i' AND relname ~ '^i[0-9]+$'",
                                row -> row.getInt(1)))
                        .hasValue((int) IntStream.range(100, 100 + TABLES)
                                .filter(i -> i % 7 == 0)
                                .count());
            }
        }
    }

    private Process applier(ConnectionTarget database) throws IOException {
        return ApplierProcess.builder(base, database)
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .start();
    }
}
