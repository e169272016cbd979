package dev.pgmigrate.apply.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lints and applies files of rows in a small heap: one whose trees do not fit, and one whose text does not. {@code
 * -Dlarge.megabytes=500 -Dlarge.heap=512m} for the long run.
 */
@Order(15)
class LargeFileTest {
    private static final int MEGABYTES = Integer.getInteger("large.megabytes", 5);
    private static final int MEGABYTES_OF_DATA = Integer.getInteger("large.megabytes", 56);
    private static final String HEAP = System.getProperty("large.heap", "48m");
    private static final int ROWS = 500;
    private static final int WIDTH = 4_000;

    @TempDir
    private Path base;

    @Test
    void rowsTakeLittleMoreThanTheirText() throws Exception {
        lintAndApply(MEGABYTES + " MB of INSERTs", write(file()) * ROWS);
    }

    @Test
    void dataOfCopyTakesNoRoom() throws Exception {
        lintAndApply(MEGABYTES_OF_DATA + " MB of COPY", writeData(file()));
    }

    private Path file() throws IOException {
        return Files.createDirectories(base.resolve("migrations")).resolve("001_rows.sql");
    }

    private void lintAndApply(String what, int rows) throws Exception {
        ConnectionTarget database = TestPostgres.of(18).newDatabase();
        long start = System.nanoTime();
        Process applier = ApplierProcess.builder(base, database, "-Xmx" + HEAP, "-XX:+UseSerialGC", ApplierProcess.LINT)
                .start();
        assertThat(applier.waitFor()).isZero();

        System.out.printf(
                "LargeFileTest: %s, %d rows, linted and applied with -Xmx%s in %d s%n",
                what, rows, HEAP, (System.nanoTime() - start) / 1_000_000_000);
        try (ServerConnection connection = ServerConnection.open(database)) {
            assertThat(connection.queryOne("SELECT count(*) FROM items", row -> row.getInt(1)))
                    .hasValue(rows);
        }
    }

    private static int writeData(Path file) throws IOException {
        int rows = 0;
        long size = 0;
        String name = "Größe ".repeat(WIDTH / 6);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("""
                CREATE TABLE IF NOT EXISTS items (id bigint PRIMARY KEY, name text, price numeric);
                COPY items (id, name, price) FROM STDIN;
                """);
            while (size < MEGABYTES_OF_DATA * 1_000_000L) {
                String row = rows + "\t" + name + "\t12.5\n";
                out.write(row);
                size += row.length();
                rows++;
            }
            out.write("\\.\nCREATE INDEX IF NOT EXISTS items_price ON items (price);\n");
        }
        return rows;
    }

    private static int write(Path file) throws IOException {
        int statements = 0;
        long size = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("CREATE TABLE IF NOT EXISTS items (id bigint PRIMARY KEY, name text, price numeric);\n");
            while (size < MEGABYTES * 1_000_000L) {
                int first = statements++ * ROWS;
                String sql = IntStream.range(first, first + ROWS)
                        .mapToObj(id -> "(" + id + ", 'Item number " + id + "', 12.5)")
                        .collect(Collectors.joining(",\n", "INSERT INTO items (id, name, price) VALUES\n", ";\n"));
                out.write(sql);
                size += sql.length();
            }
        }
        return statements;
    }
}
