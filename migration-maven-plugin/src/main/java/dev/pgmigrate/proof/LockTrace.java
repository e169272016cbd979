package dev.pgmigrate.proof;

import dev.pgmigrate.apply.ScriptStep;
import dev.pgmigrate.effect.Work;
import dev.pgmigrate.postgres.LockMode;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.proof.LockPrediction.Expected;
import dev.pgmigrate.proof.observe.HeldLock;
import dev.pgmigrate.proof.observe.LockObserver;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.BulkStatement;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.SettingStatement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down which locks the statements of a migration take, and how long they are held. */
public final class LockTrace {
    private final LockObserver observer;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<SourceRange, Ran> ran = new HashMap<>();

    public LockTrace(LockObserver observer) {
        this.observer = observer;
    }

    private record Entry(SourceRange statement, HeldLock lock, boolean empties, long start) {
        boolean rewrites() {
            return lock.rewritten() && !empties;
        }

        boolean scans() {
            return lock.scanned() && !empties;
        }
    }

    /** When a statement began, and what the transaction held once it had run. */
    private record Ran(long start, Map<QualifiedName, Set<LockMode>> held) {}

    /**
     * Takes note of what a statement that began at {@code start} has locked. Settings lock nothing, and some are accepted
     * only before the first query (manual, SET TRANSACTION), which a look would be.
     */
    public void after(ScriptStep step, long start) {
        if (!(step.statement() instanceof SettingStatement) && !(step.statement() instanceof TransactionStatement)) {
            boolean empties = step.statement() instanceof BulkStatement.Truncate; // whose new files are empty
            observer.since().forEach(lock -> entries.add(new Entry(step.range(), lock, empties, start)));
            if (!(step.statement() instanceof DropStatement drop && drop.ifExists())) {
                ran.put(step.range(), new Ran(start, observer.held()));
            }
        }
    }

    /** Returns what was observed beside what was predicted; the transaction ended at {@code end}. */
    public List<LockLine> lines(Map<SourceRange, Map<QualifiedName, Expected>> predicted, long end) {
        Map<SourceRange, Map<QualifiedName, Expected>> left = new HashMap<>();
        predicted.forEach((statement, locks) -> left.put(statement, new HashMap<>(locks)));
        List<LockLine> lines = new ArrayList<>();
        for (Entry entry : entries) {
            HeldLock lock = entry.lock();
            Expected expected = expected(lock, left.getOrDefault(entry.statement(), new HashMap<>()));
            LockMode mode = expected == null ? null : expected.mode();
            lines.add(new LockLine(
                    entry.statement(),
                    lock.table(),
                    mode != null && lock.before().contains(mode) ? mode : lock.modeOrNull(),
                    mode,
                    expected == null ? Work.NONE : expected.work(),
                    entry.rewrites(),
                    entry.scans(),
                    Duration.ofNanos(end - entry.start())));
        }
        left.forEach((statement, locks) -> locks.forEach((table, expected) -> {
            Ran done = ran.get(statement);
            if (done != null
                    && observer.isOfBefore(table)
                    && isMissing(expected, done.held().get(table))) {
                lines.add(new LockLine(
                        statement,
                        table,
                        null,
                        expected.mode(),
                        expected.work(),
                        false,
                        false,
                        Duration.ofNanos(end - done.start())));
            }
        }));
        lines.sort(Comparator.comparingInt(line -> line.statement().start()));
        return lines;
    }

    /** Earlier statements may have renamed the table. */
    private static @Nullable Expected expected(HeldLock lock, Map<QualifiedName, Expected> left) {
        Expected expected = left.remove(lock.table());
        return expected == null && lock.nowOrNull() != null ? left.remove(lock.nowOrNull()) : expected;
    }

    /** Whoever holds a lock is not seen to take it again. */
    private static boolean isMissing(Expected expected, @Nullable Set<LockMode> held) {
        return expected.mode().blocksWrites() && (held == null || !held.contains(expected.mode()));
    }
}
