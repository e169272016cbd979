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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lints and applies a file of rows in a small heap. {@code -Dlarge.megabytes=200 -Dlarge.heap=1g} for the long run; in the build
 * the file is as large as it has to be for its trees not to fit.
 */
class LargeFileTest {
    private static final int MEGABYTES = Integer.getInteger("large.megabytes", 5);
    private static final String HEAP = System.getProperty("large.heap", "48m");
    private static final int ROWS = 500;

    @TempDir
    private Path base;

    @Test
    void rowsTakeLittleMoreThanTheirText() throws Exception {
        lintAndApply("INSERTs", write(file()) * ROWS);
    }

    @Test
    void dataOfCopyTakesLittleMoreThanItsText() throws Exception {
        lintAndApply("COPY", writeData(file()));
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
                "LargeFileTest: %d MB of %s, %d rows, linted and applied with -Xmx%s in %d s%n",
                MEGABYTES, what, rows, HEAP, (System.nanoTime() - start) / 1_000_000_000);
        try (ServerConnection connection = ServerConnection.open(database)) {
            assertThat(connection.queryOne("SELECT count(*) FROM items", row -> row.getInt(1)))
                    .hasValue(rows);
        }
    }

    private static int writeData(Path file) throws IOException {
        int rows = 0;
        long size = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("""
                CREATE TABLE IF NOT EXISTS items (id bigint PRIMARY KEY, name text, price numeric);
                COPY items (id, name, price) FROM STDIN;
                """);
            while (size < MEGABYTES * 1_000_000L) {
                String row = rows + "\tItem number " + rows + "\t12.5\n";
                out.write(row);
                size += row.length();
                rows++;
            }
            out.write("\\.\n");
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
