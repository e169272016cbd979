package dev.pgmigrate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Prints what a snapshot of 1,000 tables costs; the bounds allow for a machine that is busy with other tests. */
@Isolated
class SnapshotSpeedTest {
    private static final int TABLES = 1_000;
    private static final Duration READ = Duration.ofSeconds(5);
    private static final Duration COMPARE = Duration.ofSeconds(1);
    private static final long MEGABYTE = 1 << 20;
    private static final long ALLOCATED = 400 * MEGABYTE;

    private static final String MAKE = """
        DO $$ BEGIN FOR i IN 1..%d LOOP
            EXECUTE format('CREATE TABLE t%%s (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a text NOT NULL DEFAULT ''x'','
                || 'b int, c int CHECK (c > 0), d numeric(10, 2), e timestamptz DEFAULT now(), f jsonb, g uuid, h boolean, k text)', i);
            EXECUTE format('CREATE INDEX ON t%%s (a)', i);
            EXECUTE format('CREATE UNIQUE INDEX ON t%%s (lower(k)) WHERE h', i);
            EXECUTE format('ALTER TABLE t%%s ENABLE ROW LEVEL SECURITY', i);
            EXECUTE format('CREATE POLICY p1 ON t%%s FOR SELECT TO pg_monitor USING (b = 1 AND a IS NOT NULL)', i);
            EXECUTE format('CREATE POLICY p2 ON t%%s TO pg_monitor USING (true) WITH CHECK (c > 5)', i);
        END LOOP; END $$
        """.formatted(TABLES);

    @Test
    void readsAndComparesAThousandTables() {
        try (ServerConnection connection = TestPostgres.of(18).connect()) {
            connection.execute(MAKE);
            SchemaSnapshot first = SchemaSnapshot.read(connection);
            long allocated = allocated();
            long start = System.nanoTime();
            SchemaSnapshot second = SchemaSnapshot.read(connection);
            Duration read = Duration.ofNanos(System.nanoTime() - start);
            allocated = allocated() - allocated;
            start = System.nanoTime();
            assertThat(first.differences(second, NameMatching.BY_DEFINITION)).isEmpty();
            Duration compared = Duration.ofNanos(System.nanoTime() - start);

            System.out.printf(
                    "%d tables, %d objects: read in %d ms, %d MB allocated; compared in %d ms%n",
                    TABLES, first.objects().size(), read.toMillis(), allocated / MEGABYTE, compared.toMillis());
            assertThat(first.objects()).hasSizeGreaterThan(TABLES * (1 + 10 + 3 + 2));
            assertThat(read).isLessThan(READ);
            assertThat(compared).isLessThan(COMPARE);
            assertThat(allocated).isLessThan(ALLOCATED);
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
