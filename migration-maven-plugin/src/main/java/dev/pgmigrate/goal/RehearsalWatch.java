package dev.pgmigrate.goal;

import dev.pgmigrate.apply.ScriptStep;
import dev.pgmigrate.apply.run.AppliedMigration;
import dev.pgmigrate.apply.run.MigratorListener;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.proof.LockPrediction;
import dev.pgmigrate.proof.LockTrace;
import dev.pgmigrate.proof.observe.LockObserver;
import dev.pgmigrate.proof.observe.RowCounts;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.sql.SourceRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Observes migrations while they are applied for real: their locks, statement by statement, and the rows of their tables. */
final class RehearsalWatch implements MigratorListener {
    private final ServerConnection connection;
    private final Map<String, Map<SourceRange, Map<QualifiedName, LockPrediction.Expected>>> predicted;
    private final MigratorListener log;
    private final Map<String, ProofLine> lines = new HashMap<>();
    private @Nullable LockTrace trace;
    private final List<StatementRow> statements = new ArrayList<>();
    private long begun;
    private boolean inTransaction;
    private Map<String, Long> before = Map.of();

    /**
     * Creates an observer of what runs in the session of {@code connection}.
     *
     * @param predicted the locks that the rules expect, by the path of the file
     * @param log is told of the progress
     */
    RehearsalWatch(
            ServerConnection connection,
            Map<String, Map<SourceRange, Map<QualifiedName, LockPrediction.Expected>>> predicted,
            MigratorListener log) {
        this.connection = connection;
        this.predicted = Map.copyOf(predicted);
        this.log = log;
    }

    /** Returns what was observed of a migration that was applied. */
    Optional<ProofLine> line(String path) {
        return Optional.ofNullable(lines.get(path));
    }

    @Override
    public void starting(Migration migration, int number, int total) {
        log.starting(migration, number, total);
        before = rows(migration);
        begin();
    }

    private void begin() {
        trace = new LockTrace(LockObserver.before(connection));
        inTransaction = false;
        statements.clear();
        begun = System.nanoTime();
    }

    @Override
    public void retrying(Migration migration, int tries, int limit, Duration pause, ServerError error) {
        log.retrying(migration, tries, limit, pause, error);
        begin();
    }

    @Override
    public boolean looksAfterEachStatement() {
        return true;
    }

    @Override
    public void ran(Migration migration, ScriptStep step, long start) {
        statements.add(new StatementRow(
                step.sql(),
                migration.source().position(step.range().start()).line(),
                (start - begun) / 1_000_000.0,
                (System.nanoTime() - start) / 1_000_000.0));
        if (trace != null && connection.inTransaction()) {
            inTransaction = true;
            trace.after(step, start);
        }
    }

    @Override
    public void applied(AppliedMigration applied, int number, int total) {
        long end = System.nanoTime();
        log.applied(applied, number, total);
        Migration migration = applied.migration();
        List<LockRow> locks = trace == null || !inTransaction
                ? List.of()
                : trace.lines(predicted.getOrDefault(migration.path(), Map.of()), end).stream()
                        .map(line -> ProofVerdicts.row(migration, line))
                        .toList();
        List<String> unproved =
                inTransaction ? List.of() : List.of("Its locks were not observed, since it runs in no transaction.");
        lines.put(
                migration.path(),
                new ProofLine(
                        true,
                        applied.duration().toMillis(),
                        null,
                        null,
                        statements,
                        locks,
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        unproved,
                        Map.of(),
                        compared(before, rows(migration))));
    }

    private static List<RowCount> compared(Map<String, Long> before, Map<String, Long> after) {
        TreeSet<String> tables = new TreeSet<>(before.keySet());
        tables.addAll(after.keySet());
        List<RowCount> counts = new ArrayList<>();
        tables.forEach(table -> counts.add(new RowCount(table, before.get(table), after.get(table))));
        return counts;
    }

    private Map<String, Long> rows(Migration migration) {
        return RowCounts.named(migration.source().text(), connection);
    }
}
