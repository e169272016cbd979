package dev.pgmigrate.proof;

import dev.pgmigrate.apply.ScriptStep;
import dev.pgmigrate.postgres.LockMode;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.proof.observe.HeldLock;
import dev.pgmigrate.proof.observe.LockObserver;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.SettingStatement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes down which locks the statements of a migration take, and how long they are held. */
public final class LockTrace {
    private final LockObserver observer;
    private final List<Entry> entries = new ArrayList<>();

    public LockTrace(LockObserver observer) {
        this.observer = observer;
    }

    private record Entry(SourceRange statement, HeldLock lock, long start) {}

    /**
     * Takes note of what a statement that began at {@code start} has locked. Settings lock nothing, and some are accepted
     * only before the first query (manual, SET TRANSACTION), which a look would be.
     */
    public void after(ScriptStep step, long start) {
        if (!(step.statement() instanceof SettingStatement) && !(step.statement() instanceof TransactionStatement)) {
            observer.since().forEach(lock -> entries.add(new Entry(step.range(), lock, start)));
        }
    }

    /** Returns what was observed beside what was predicted; the transaction ended at {@code end}. */
    public List<LockLine> lines(Map<SourceRange, Map<QualifiedName, LockMode>> predicted, long end) {
        Map<SourceRange, Map<QualifiedName, LockMode>> left = new HashMap<>();
        predicted.forEach((statement, locks) -> left.put(statement, new HashMap<>(locks)));
        List<LockLine> lines = new ArrayList<>();
        for (Entry entry : entries) {
            HeldLock lock = entry.lock();
            LockMode expected =
                    left.getOrDefault(entry.statement(), new HashMap<>()).remove(lock.table());
            lines.add(new LockLine(
                    entry.statement(),
                    lock.table(),
                    expected != null && lock.before().contains(expected) ? expected : lock.mode(),
                    expected,
                    lock.rewritten(),
                    lock.scanned(),
                    Duration.ofNanos(end - entry.start())));
        }
        return lines;
    }
}
