package dev.pgmigrate.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.postgres.LockMode;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds {@code locks.csv} against real servers: each example of {@code lock-examples.txt} runs in a transaction that is
 * rolled back, and {@code pg_locks}, the number of scans and the table's file tell what it did.
 */
class LockMatrixTest {
    /** They wait for other transactions or commit by themselves, so that no open transaction can show their lock. */
    private static final Set<Operation> NOT_IN_A_TRANSACTION = EnumSet.of(
            Operation.CREATE_INDEX_CONCURRENTLY,
            Operation.DROP_INDEX_CONCURRENTLY,
            Operation.REINDEX_CONCURRENTLY,
            Operation.DETACH_PARTITION_CONCURRENTLY,
            Operation.VACUUM,
            Operation.VACUUM_FULL);

    /** Their object is an index, a view or a table's access method, which the examples' one table does not show. */
    private static final Set<Operation> NOT_ON_A_TABLE = EnumSet.of(
            Operation.RENAME_INDEX,
            Operation.REFRESH,
            Operation.REFRESH_CONCURRENTLY,
            Operation.SET_ACCESS_METHOD,
            Operation.DROP_VIEW);

    private record Example(Operation operation, List<String> before, String statement) {}

    @Test
    void everyOperationHasALineAndAnExample() throws IOException {
        assertThat(LockMatrix.all().stream().map(LockMatrix.Row::operation))
                .containsAll(EnumSet.allOf(Operation.class));
        Set<Operation> shown = EnumSet.copyOf(NOT_IN_A_TRANSACTION);
        shown.addAll(NOT_ON_A_TABLE);
        examples().forEach(example -> shown.add(example.operation()));
        assertThat(shown).isEqualTo(EnumSet.allOf(Operation.class));
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void serverLocksAndWorksAsTheMatrixSays(TestPostgres postgres) throws IOException {
        Set<String> wrong = new TreeSet<>();
        for (Example example : examples()) {
            List<LockMatrix.Row> rows = LockMatrix.rows(example.operation(), postgres.version());
            if (rows.isEmpty()) {
                continue;
            }
            try (ServerConnection connection = postgres.connect()) {
                connection.execute("CREATE TABLE p (id int PRIMARY KEY); INSERT INTO p SELECT generate_series(1, 99);"
                        + "CREATE TABLE t (a int, b text); CREATE INDEX t_a_idx ON t (a);"
                        + "INSERT INTO t SELECT n, n::text FROM generate_series(1, 99) n");
                example.before().forEach(connection::execute);
                compare(example, rows, connection, postgres + " ", wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void compare(
            Example example, List<LockMatrix.Row> rows, ServerConnection connection, String server, Set<String> wrong) {
        List<Long> oids = new ArrayList<>();
        for (LockMatrix.Row row : rows) {
            oids.add(oid(row, example, connection));
        }
        long table = number(connection, "SELECT 't'::regclass::oid::bigint");
        long fileBefore = number(connection, "SELECT pg_relation_filenode(" + table + ")::bigint");
        connection.execute("BEGIN");
        long scansBefore = number(connection, "SELECT pg_stat_get_xact_numscans(" + table + ")");
        connection.execute(example.statement());
        for (int i = 0; i < rows.size(); i++) {
            Optional<LockMode> held = strongest(connection, oids.get(i));
            if (held.filter(rows.get(i).mode()::equals).isEmpty()) {
                wrong.add(server + example.operation() + " " + rows.get(i).target() + ": " + held);
            }
        }
        Work work = rows.stream().map(LockMatrix.Row::work).max(Work::compareTo).orElseThrow();
        if (example.operation() != Operation.TRUNCATE
                && example.operation() != Operation.DROP_TABLE
                && example.operation() != Operation.DROP_TABLE_REFERENCES) {
            boolean rewritten =
                    number(connection, "SELECT coalesce(pg_relation_filenode(" + table + "), 0)::bigint") != fileBefore;
            if (rewritten != (work == Work.REWRITE)) {
                wrong.add(server + example.operation() + ": rewritten is " + rewritten);
            }
            long scans = number(connection, "SELECT pg_stat_get_xact_numscans(" + table + ")") - scansBefore;
            // A foreign key is checked by a join, a cluster by its index: neither counts as a scan of the table alone.
            if ((scans > 0) != work.growsWithTheTable() && example.operation() != Operation.CLUSTER) {
                wrong.add(server + example.operation() + ": scans are " + scans);
            }
        }
        connection.execute("ROLLBACK");
    }

    private static long oid(LockMatrix.Row row, Example example, ServerConnection connection) {
        boolean partitioned = example.operation() == Operation.ATTACH_PARTITION
                || example.operation() == Operation.DETACH_PARTITION
                || example.operation() == Operation.CREATE_PARTITION_OF;
        String name = switch (row.target()) {
            case TABLE -> partitioned ? "w" : "t";
            case REFERENCED -> "p";
            case PARTITION -> "t";
        };
        return number(connection, "SELECT '" + name + "'::regclass::oid::bigint");
    }

    private static Optional<LockMode> strongest(ServerConnection connection, long oid) {
        return connection
                .query(
                        "SELECT mode FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'relation' AND relation = "
                                + oid,
                        row -> row.getString(1))
                .stream()
                .map(LockMatrixTest::mode)
                .max(LockMode::compareTo);
    }

    private static LockMode mode(String catalogName) {
        for (LockMode mode : LockMode.values()) {
            if (mode.catalogName().equals(catalogName)) {
                return mode;
            }
        }
        throw new AssertionError("Unknown lock mode " + catalogName);
    }

    private static long number(ServerConnection connection, String query) {
        return connection.queryOne(query, row -> row.getLong(1)).orElseThrow();
    }

    private static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        List<String> before = new ArrayList<>();
        try (InputStream resource = LockMatrixTest.class.getResourceAsStream("lock-examples.txt")) {
            assertThat(resource).isNotNull();
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                if (line.startsWith("> ")) {
                    before.add(line.substring(2));
                } else if (!line.startsWith("#")) {
                    int colon = line.indexOf(": ");
                    Operation operation = Operation.valueOf(
                            line.substring(0, colon).toUpperCase(Locale.ROOT).replace('-', '_'));
                    examples.add(new Example(operation, List.copyOf(before), line.substring(colon + 2)));
                    before.clear();
                }
            }
        }
        return examples;
    }
}
