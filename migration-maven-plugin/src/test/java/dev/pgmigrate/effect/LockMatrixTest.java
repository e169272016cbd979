package dev.pgmigrate.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.LockMode;
import dev.pgmigrate.postgres.LockModes;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.replay.Replay;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.TestPostgres;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.parser.SqlParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds {@code locks.csv} against real servers: each example of {@code lock-examples.txt} runs in a transaction that is
 * rolled back, and {@code pg_locks}, the number of scans and the table's file tell what it did. What cannot run in a
 * transaction runs beside a session that holds a lock, and {@code pg_locks} tells what it waits for.
 */
class LockMatrixTest {
    /** They commit by themselves, so that no open transaction can show their locks: what they wait for shows them. */
    private static final Set<Operation> NOT_IN_A_TRANSACTION = EnumSet.of(
            Operation.CREATE_INDEX_CONCURRENTLY,
            Operation.CREATE_INDEX_CONCURRENTLY_IF_NOT_EXISTS,
            Operation.DROP_INDEX_CONCURRENTLY,
            Operation.REINDEX_CONCURRENTLY,
            Operation.DETACH_PARTITION_CONCURRENTLY,
            Operation.VACUUM,
            Operation.VACUUM_FULL);

    /** They leave no file to compare with the one before. */
    private static final Set<Operation> WITHOUT_THE_FILE = EnumSet.of(
            Operation.TRUNCATE,
            Operation.DROP_TABLE,
            Operation.DROP_PARTITION,
            Operation.DROP_TABLE_REFERENCES,
            Operation.DROP_VIEW);

    /** They are about a tablespace that has to be there, and nothing any more. */
    private static final Class<?>[] WITHOUT_AN_EXAMPLE = {
        AlterTableAction.SetTablespace.class, AlterTableAction.SetWithoutOids.class
    };

    @Test
    void everyOperationHasALineAndAnExample() throws IOException {
        assertThat(LockMatrix.all().stream().map(LockMatrix.Row::operation))
                .containsAll(EnumSet.allOf(Operation.class));
        Set<Operation> shown = EnumSet.noneOf(Operation.class);
        LockExample.all().forEach(example -> shown.add(example.operation()));
        assertThat(shown).isEqualTo(EnumSet.allOf(Operation.class));
    }

    @Test
    void everyActionOfAlterTableHasAnExample() throws IOException {
        Set<Class<?>> shown = new HashSet<>();
        for (LockExample example : LockExample.all()) {
            if (SqlParser.parse(SourceText.of(example.statement())).statements().get(0)
                    instanceof TableStatement.AlterTable alter) {
                alter.actions().forEach(action -> shown.add(action.getClass()));
            }
        }
        assertThat(AlterTableAction.class.getPermittedSubclasses())
                .filteredOn(action -> action.isRecord() && !shown.contains(action))
                .containsExactlyInAnyOrder(WITHOUT_AN_EXAMPLE);
    }

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.effect.LockExample#all")
    void statementIsSeenAsItsOperation(LockExample example) {
        Replay replay = new Replay(Runner.PSQL, List.of("public"));
        Path file = Path.of("before.sql");
        replay.run(SqlFile.of(file, "before.sql", example.setup()));
        Step step = replay.run(SqlFile.of(Path.of("next.sql"), "next.sql", example.statement()))
                .steps()
                .get(0);

        PostgresVersion newest = new PostgresVersion(18);
        List<Effect> effects = Effects.of(step, newest);
        assertThat(effects).extracting(Effect::operation).contains(example.operation());
        assertThat(LockMatrix.rows(example.operation(), newest))
                .allSatisfy(row -> assertThat(effects)
                        .anyMatch(effect -> effect.operation() == row.operation()
                                && effect.relation().name().equals(example.relation(row.target()))
                                && effect.mode() == row.mode()
                                && effect.work() == row.work()
                                && step.statement()
                                        .range()
                                        .contains(effect.range().start())));
    }

    @Tag("server")
    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void serverLocksAndWorksAsTheMatrixSays(TestPostgres postgres) throws IOException {
        Set<String> wrong = new TreeSet<>();
        for (LockExample example : LockExample.all()) {
            List<LockMatrix.Row> rows = LockMatrix.rows(example.operation(), postgres.version());
            if (NOT_IN_A_TRANSACTION.contains(example.operation())) {
                for (LockMatrix.Row row : rows) {
                    comparePatiently(example, row, postgres, wrong);
                }
            } else if (!rows.isEmpty()) {
                try (ServerConnection connection = ServerConnection.open(prepared(example, postgres))) {
                    compare(example, rows, connection, postgres + " ", wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static ConnectionTarget prepared(LockExample example, TestPostgres postgres) {
        ConnectionTarget database = postgres.newDatabase();
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute(example.setup());
        }
        return database;
    }

    /**
     * Holds a row against a statement of which only the waiting can be seen: it must ask for the row's lock where another
     * session has the weakest lock that conflicts, and for no lock where another has the strongest that does not.
     */
    private static void comparePatiently(
            LockExample example, LockMatrix.Row row, TestPostgres postgres, Set<String> wrong) {
        List<LockMode> modes = List.of(LockMode.values());
        LockMode weakest =
                modes.stream().filter(row.mode()::conflictsWith).findFirst().orElseThrow();
        String name = postgres + " " + example.operation() + " " + row.target();
        Optional<LockMode> asked = asked(example, row, weakest, postgres, wrong);
        if (asked.filter(row.mode()::equals).isEmpty()) {
            wrong.add(name + " beside " + weakest + " asks for " + asked);
        }
        int below = modes.indexOf(weakest) - 1;
        if (below >= 0) {
            asked(example, row, modes.get(below), postgres, wrong)
                    .ifPresent(mode -> wrong.add(name + " beside " + modes.get(below) + " asks for " + mode));
        }
    }

    /** Returns the lock on the row's relation for which the statement has to wait while another session holds one. */
    private static Optional<LockMode> asked(
            LockExample example, LockMatrix.Row row, LockMode held, TestPostgres postgres, Set<String> wrong) {
        ConnectionTarget database = prepared(example, postgres);
        String relation = example.relation(row.target());
        try (ServerConnection holder = ServerConnection.open(database);
                ServerConnection watch = ServerConnection.open(database);
                ServerConnection runner = ServerConnection.open(database)) {
            int pid = runner.backendPid();
            long file = number(watch, "SELECT pg_relation_filenode('" + relation + "')::bigint");
            holder.execute("BEGIN; LOCK TABLE " + relation + " IN " + held.sql() + " MODE");
            CompletableFuture<Void> run = CompletableFuture.runAsync(() -> runner.execute(example.statement()));
            Optional<LockMode> asked;
            try {
                asked = waitFor(run, watch, pid, relation);
            } finally {
                holder.execute("ROLLBACK");
                run.join();
            }
            if (row.target() == LockMatrix.Target.TABLE && !relation.equals("w")) {
                boolean rewritten = number(watch, "SELECT pg_relation_filenode('" + relation + "')::bigint") != file;
                if (rewritten != (row.work() == Work.REWRITE)) {
                    wrong.add(postgres + " " + example.operation() + ": rewritten is " + rewritten);
                }
            }
            return asked;
        }
    }

    /** Waits until the statement waits for a lock or has ended; a wait for another transaction's end asks for no lock. */
    private static Optional<LockMode> waitFor(
            CompletableFuture<Void> run, ServerConnection watch, int pid, String relation) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!run.isDone()) {
            Optional<String> waiting = watch.queryOne(
                    "SELECT CASE WHEN relation = '" + relation + "'::regclass THEN mode ELSE locktype END"
                            + " FROM pg_locks WHERE NOT granted AND pid = " + pid,
                    row -> row.getString(1));
            if (waiting.isPresent()) {
                return waiting.filter(word -> word.endsWith("Lock")).map(LockModes::of);
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("The statement neither ends nor waits");
            }
        }
        return Optional.empty();
    }

    private static void compare(
            LockExample example,
            List<LockMatrix.Row> rows,
            ServerConnection connection,
            String server,
            Set<String> wrong) {
        List<Long> oids = new ArrayList<>();
        for (LockMatrix.Row row : rows) {
            oids.add(oid(row, example, connection));
        }
        LockMatrix.Row most =
                rows.stream().max(Comparator.comparing(LockMatrix.Row::work)).orElseThrow();
        Work work = most.work();
        long table = oid(most, example, connection);
        long fileBefore = number(connection, "SELECT coalesce(pg_relation_filenode(" + table + "), 0)::bigint");
        connection.execute("BEGIN");
        long scansBefore = number(connection, "SELECT pg_stat_get_xact_numscans(" + table + ")");
        connection.execute(example.statement());
        for (int i = 0; i < rows.size(); i++) {
            Optional<LockMode> held = strongest(connection, oids.get(i));
            if (held.filter(rows.get(i).mode()::equals).isEmpty()) {
                wrong.add(server + example.operation() + " " + rows.get(i).target() + ": " + held);
            }
        }
        if (!WITHOUT_THE_FILE.contains(example.operation())) {
            boolean rewritten =
                    number(connection, "SELECT coalesce(pg_relation_filenode(" + table + "), 0)::bigint") != fileBefore;
            if (rewritten != (work == Work.REWRITE)) {
                wrong.add(server + example.operation() + ": rewritten is " + rewritten);
            }
            long scans = number(connection, "SELECT pg_stat_get_xact_numscans(" + table + ")") - scansBefore;
            // A cluster goes by the index, and a refresh reads other tables: neither counts as a scan of this one.
            // How keys are looked up in the table that they refer to is the planner's choice.
            if ((scans > 0) != work.reads()
                    && most.target() != LockMatrix.Target.REFERENCED
                    && example.operation() != Operation.CLUSTER
                    && example.operation() != Operation.REFRESH) {
                wrong.add(server + example.operation() + ": scans are " + scans);
            }
        }
        connection.execute("ROLLBACK");
    }

    private static long oid(LockMatrix.Row row, LockExample example, ServerConnection connection) {
        return number(connection, "SELECT '" + example.relation(row.target()) + "'::regclass::oid::bigint");
    }

    private static Optional<LockMode> strongest(ServerConnection connection, long oid) {
        return connection
                .query(
                        "SELECT mode FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'relation' AND relation"
                                + " = "
                                + oid,
                        row -> row.getString(1))
                .stream()
                .map(LockModes::of)
                .max(LockMode::compareTo);
    }

    private static long number(ServerConnection connection, String query) {
        return connection.queryOne(query, row -> row.getLong(1)).orElseThrow();
    }
}
